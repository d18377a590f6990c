// SPDX-License-Identifier: MIT
// Takes international domain names to their ASCII form.
#pragma once

#include <QByteArray>
#include <QStringView>

#include <optional>

namespace rollcall {

/// Whether this build reads every international name as browsers do. Without ICU it is QUrl that reads them,
/// which refuses symbols ("♥.net") and hyphens in places where browsers do not mind them.
bool readsAllInternationalNames();

/// \a domain in its ASCII form as browsers call it (WHATWG URL, "domain to ASCII", not strict): UTS 46
/// without transitional processing, with the checks of joiners and of right-to-left text, without those of
/// hyphens and lengths. A domain of ASCII characters is lower-cased, nothing else. Nothing when it stands for
/// no domain. Reentrant; any thread.
std::optional<QByteArray> domainToAscii(QStringView domain);

} // namespace rollcall
