// SPDX-License-Identifier: MIT
#include "core/reports/resultwriter.h"
