"""Reading the workbooks and lists an office really has; no room's words in it.

`workbook` turns a file into sheets of rows, `headers` finds the header row and what each column means, `cells`, `dates`
and `phones` read one cell, `report` is the answer every import gives (house: `{"written", "rows", "created"}`).
"""
