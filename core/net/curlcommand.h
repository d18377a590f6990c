// SPDX-License-Identifier: MIT
// A request as the command line of curl that makes the same one, to try it elsewhere.
#pragma once

#include "core/net/fetchrequest.h"
#include "core/net/transportoptions.h"

#include <QByteArray>
#include <QByteArrayList>

namespace rollcall {

/// Whether passwords and the like are written out.
enum class CurlSecrets {
    Redacted, ///< as "***": in URLs, in proxies, and in headers whose names speak of keys, tokens or cookies
    Included,
};

/// The arguments of curl, the program's name first, that call \a request over \a transport. Empty for a URL
/// that is neither http nor https: such a one is never called. A body that no argument can hold, since it has
/// a NUL in it, is to come from standard input. Any thread.
QByteArrayList curlArguments(const FetchRequest &request, const TransportOptions &transport,
                             CurlSecrets secrets);
/// The same as one command for a POSIX shell, quoted where it needs to be. Any thread.
QByteArray curlCommand(const FetchRequest &request, const TransportOptions &transport,
                       CurlSecrets secrets = CurlSecrets::Redacted);

/// \a argument for a POSIX shell: as it is if it has nothing special in it, else in single quotes
/// (POSIX.1-2017, Shell Command Language, 2.2.2).
QByteArray shellQuoted(const QByteArray &argument);

} // namespace rollcall
