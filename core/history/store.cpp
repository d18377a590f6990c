// SPDX-License-Identifier: MIT
#include "core/history/store.h"
