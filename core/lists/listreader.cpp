// SPDX-License-Identifier: MIT
#include "core/lists/listreader.h"
