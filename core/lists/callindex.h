// SPDX-License-Identifier: MIT
// Finds out whether a list has a call already.
#pragma once

#include "core/url/urlentry.h"

#include <QByteArray>

#include <vector>

namespace rollcall {

/// What tells one entry from another: the URL, and the method, the headers, the body and the redirect target
/// that a list gives for it.
QByteArray callOf(const QByteArray &url, const EntryDetails &details);

/// An index over the entries of a list, by what they call. It holds their numbers, and no second copy of the
/// texts, so that a million entries cost it a few bytes each.
class CallIndex
{
public:
    /// The number of the entry among \a entries that makes the same call as \a url and \a details do; that of
    /// the entry which comes next, and is then expected to be this one, when none does.
    qsizetype findOrAdd(const UrlList &entries, const QByteArray &url, const EntryDetails &details);

private:
    struct Slot {
        quint32 hash = 0;
        quint32 number = 0; // of the entry, from 1; 0: the slot is free
    };

    void grow();

    std::vector<Slot> m_slots; // a power of two of them, or none
    std::size_t m_used = 0;
};

} // namespace rollcall
