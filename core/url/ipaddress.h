// SPDX-License-Identifier: MIT
// Reads and writes IP addresses as browsers do (WHATWG URL, section 3.5).
#pragma once

#include <QByteArray>
#include <QStringView>

#include <array>
#include <optional>

namespace rollcall {

/// The eight 16-bit pieces of an IPv6 address.
using Ipv6Address = std::array<quint16, 8>;

/// Whether the last label of \a host is a number. Such a host is an IPv4 address or nothing.
bool endsInNumber(QStringView host);

/// Whether \a host is an IPv4 address in its usual spelling, four decimal numbers.
bool isDottedQuad(QStringView host);

/// Reads an IPv4 address of one to four numbers, decimal, octal ("017") or hexadecimal ("0x0f"), the last of
/// which fills the bytes that are left. Nothing when \a host is none.
std::optional<quint32> ipv4FromText(QStringView host);
QByteArray ipv4Text(quint32 address);

/// Reads an IPv6 address without its brackets (RFC 4291, section 2.2). Nothing when \a text is none.
std::optional<Ipv6Address> ipv6FromText(QStringView text);
/// Without brackets, lower case, the longest run of zeros shortened (RFC 5952), IPv4 within it not dotted.
QByteArray ipv6Text(const Ipv6Address &address);

} // namespace rollcall
