// SPDX-License-Identifier: MIT
// Nothing: a set of precompiled headers is a target, and a target has a source.
