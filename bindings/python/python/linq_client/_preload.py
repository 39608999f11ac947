"""Imports everything that reading a response needs. The native module imports it before the first request is sent."""

from __future__ import annotations

import datetime as datetime
import http as http
import json as json

from . import _cast as _cast, _decode_warning as _decode_warning, _exceptions as _exceptions, _response as _response
from ._attachments import UploadedAttachment as UploadedAttachment
