// Small helps for pages that work without them. One module per help.
import { closeMenus } from "./menus.js";
import { openDialogs } from "./dialogs.js";
import { focusErrors } from "./errors.js";
import { guardUnsaved } from "./unsaved.js";
import { copyButtons } from "./copy.js";
import { lookSwitch } from "./look.js";
import { chosenFiles } from "./upload.js";
import { autosave } from "./autosave.js";
import { printButtons } from "./print.js";
import { formRows } from "./rows.js";
import { pickers } from "./picker.js";
import { earlierPapers } from "./earlier.js";

closeMenus(document);
openDialogs(document);
focusErrors(document);
guardUnsaved(document);
copyButtons(document);
lookSwitch(document);
chosenFiles(document);
autosave(document);
printButtons(document);
formRows(document);
pickers(document);
earlierPapers(document);
