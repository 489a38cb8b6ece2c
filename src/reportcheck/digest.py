"""SHA-256 by the interpreter's own code, taken as the standard library's ``random`` takes its hash.

hashlib loads OpenSSL, which costs a fiftieth of checking one report; little is hashed here.
"""

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hashlib import sha256
else:
    try:
        if sys.version_info >= (3, 12):
            from _sha2 import sha256
        else:
            from _sha256 import sha256
    except ImportError:  # an interpreter that was built without it
        from hashlib import sha256

__all__ = ["sha256"]
