// SPDX-License-Identifier: MIT
#include "core/url/normalizeurl.h"
