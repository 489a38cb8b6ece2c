"""Libraries that only some commands use: what to install where one of them is missing."""

from reportcheck.errors import UsageError

_PURPOSES = {
    "docx": ("写Word文件", "python-docx", "office"),
    "xlsxwriter": ("写Excel文件", "XlsxWriter", "office"),
    "distributed": ("交给Dask集群做", "Dask", "dask"),
    "dask": ("交给Dask集群做", "Dask", "dask"),
    "pyarrow": ("写Parquet文件", "pyarrow", "parquet"),
}
"""Name that is imported -> what it is for, what it is called, the extra that brings it."""


def lacking(error: Exception) -> UsageError | None:
    """Return what to tell of a library that could not be imported; None where the error is about anything else."""
    name = (error.name or "").partition(".")[0] if isinstance(error, ModuleNotFoundError) else ""
    if name not in _PURPOSES:
        return None
    purpose, library, extra = _PURPOSES[name]
    return UsageError(f"{purpose}要用{library}，这里没有安装", remedy=f'请运行 pip install "reportcheck[{extra}]"')
