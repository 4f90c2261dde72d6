from django.db import connection, models


class SerialManager(models.Manager["Serial"]):
    def next(self, name: str, year: int) -> int:
        """The next number of `name` in `year`, from 1 on, without gaps: who rolls back gives his number back.

        Whoever takes one keeps the others waiting until his transaction ends, so take it late.
        """
        table = self.model._meta.db_table
        with connection.cursor() as cursor:
            cursor.execute(
                f"INSERT INTO {table} (name, year, last) VALUES (%s, %s, 1)"
                f" ON CONFLICT (name, year) DO UPDATE SET last = {table}.last + 1 RETURNING last",
                [name, year],
            )
            return cursor.fetchone()[0]


class Serial(models.Model):
    """The last number given out of one series in one year."""

    name = models.SlugField("编号类别", max_length=40, db_index=False)
    year = models.PositiveSmallIntegerField("年份")
    last = models.PositiveIntegerField("最后编号", default=0)

    objects = SerialManager()

    class Meta:
        verbose_name = verbose_name_plural = "流水编号"
        default_permissions = ("view",)
        constraints = [models.UniqueConstraint(fields=["name", "year"], name="serial_once")]

    def __str__(self) -> str:
        return f"{self.name} {self.year}：{self.last}"
