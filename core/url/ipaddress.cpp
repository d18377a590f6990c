// SPDX-License-Identifier: MIT
#include "core/url/ipaddress.h"

#include "core/url/ascii.h"

#include <QList>

#include <algorithm>

namespace rollcall {

namespace {

bool isDecimal(QStringView text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), isAsciiDigit);
}

// One of the numbers of an IPv4 address. What does not fit into 32 bits comes back as 2^32.
std::optional<quint64> ipv4Number(QStringView text)
{
    constexpr quint64 tooLarge = quint64(1) << 32U;
    int base = 10;
    if (text.startsWith(u"0x", Qt::CaseInsensitive)) {
        base = 16;
        text = text.sliced(2);
    } else if (text.size() > 1 && text.startsWith(u'0')) {
        base = 8;
        text = text.sliced(1);
    } else if (text.isEmpty()) {
        return std::nullopt;
    }
    quint64 number = 0;
    for (const QChar digit : text) {
        const int value = hexValue(digit);
        if (value < 0 || value >= base)
            return std::nullopt;
        number = std::min(number * static_cast<quint64>(base) + static_cast<quint64>(value), tooLarge);
    }
    return number;
}

// Reads an IPv6 address from left to right.
class Ipv6Parser
{
public:
    explicit Ipv6Parser(QStringView text) : m_text(text) {}

    std::optional<Ipv6Address> parse()
    {
        if (m_text.startsWith(u':') && !takeGap(0))
            return std::nullopt;
        while (!m_text.isEmpty()) {
            if (!takePiece())
                return std::nullopt;
        }
        if (m_gap < 0 && m_count != pieces)
            return std::nullopt;
        if (m_gap >= 0)
            std::rotate(m_address.begin() + m_gap, m_address.begin() + m_count, m_address.end());
        return m_address;
    }

private:
    static constexpr int pieces = 8;

    // Takes "::", of which there may be one.
    bool takeGap(int at)
    {
        if (m_gap >= 0 || !m_text.startsWith(u"::"))
            return false;
        m_gap = at;
        m_text = m_text.sliced(2);
        return true;
    }

    bool takePiece()
    {
        if (m_count == pieces)
            return false;
        qsizetype length = 0;
        quint16 value = 0;
        for (; length < std::min<qsizetype>(4, m_text.size()) && hexValue(m_text[length]) >= 0; ++length)
            value = static_cast<quint16>(value * 16 + hexValue(m_text[length]));
        if (length < m_text.size() && m_text[length] == u'.')
            return takeIpv4();
        if (length == 0)
            return false;
        m_address[static_cast<std::size_t>(m_count++)] = value;
        m_text = m_text.sliced(length);
        if (m_text.startsWith(u"::"))
            return m_count < pieces && takeGap(m_count);
        if (m_text.isEmpty())
            return true;
        const bool goesOn = m_text.front() == u':' && m_text.size() > 1;
        m_text = m_text.sliced(1);
        return goesOn;
    }

    // The last two pieces may be written as an IPv4 address in its usual spelling.
    bool takeIpv4()
    {
        if (m_count > pieces - 2 || !isDottedQuad(m_text))
            return false;
        const quint32 address = *ipv4FromText(m_text);
        m_address[static_cast<std::size_t>(m_count++)] = static_cast<quint16>(address >> 16U);
        m_address[static_cast<std::size_t>(m_count++)] = static_cast<quint16>(address & 0xffffU);
        m_text = {};
        return true;
    }

    QStringView m_text;
    Ipv6Address m_address{};
    int m_count = 0;
    int m_gap = -1; // the piece before which "::" stands
};

} // namespace

bool endsInNumber(QStringView host)
{
    if (host.endsWith(u'.'))
        host.chop(1);
    const QStringView label = host.sliced(host.lastIndexOf(u'.') + 1);
    return isDecimal(label) || (label.startsWith(u"0x", Qt::CaseInsensitive) && ipv4Number(label));
}

bool isDottedQuad(QStringView host)
{
    constexpr int noDigit = -1;
    int dots = 0;
    int part = noDigit;
    for (const QChar c : host) { // in one pass: each host of a list comes by here, more than once
        if (c == u'.' && part != noDigit && dots < 3) {
            ++dots;
            part = noDigit;
            continue;
        }
        if (!isAsciiDigit(c) || part == 0) // a leading zero would make it octal
            return false;
        part = 10 * std::max(part, 0) + (c.unicode() - u'0');
        if (part > 255)
            return false;
    }
    return dots == 3 && part != noDigit;
}

std::optional<quint32> ipv4FromText(QStringView host)
{
    if (host.endsWith(u'.'))
        host.chop(1);
    const QList<QStringView> parts = host.split(u'.');
    constexpr qsizetype bytes = 4;
    if (parts.size() > bytes)
        return std::nullopt;
    quint64 address = 0;
    for (qsizetype i = 0; i < parts.size(); ++i) {
        const std::optional<quint64> number = ipv4Number(parts[i]);
        const bool last = i == parts.size() - 1;
        const quint64 limit = last ? quint64(1) << static_cast<unsigned>(8 * (bytes - i)) : 256;
        if (!number || *number >= limit)
            return std::nullopt;
        address += last ? *number : *number << static_cast<unsigned>(8 * (bytes - 1 - i));
    }
    return static_cast<quint32>(address);
}

QByteArray ipv4Text(quint32 address)
{
    QByteArray text;
    for (int shift = 24; shift >= 0; shift -= 8) {
        text += QByteArray::number(address >> static_cast<unsigned>(shift) & 0xffU);
        if (shift > 0)
            text += '.';
    }
    return text;
}

std::optional<Ipv6Address> ipv6FromText(QStringView text)
{
    return text.isEmpty() ? std::nullopt : Ipv6Parser(text).parse();
}

QByteArray ipv6Text(const Ipv6Address &address)
{
    std::size_t gapStart = 0;
    std::size_t gapLength = 1; // a single zero is not shortened
    for (std::size_t i = 0; i < address.size();) {
        std::size_t end = i;
        while (end < address.size() && address[end] == 0)
            ++end;
        if (end - i > gapLength) {
            gapStart = i;
            gapLength = end - i;
        }
        i = end + 1;
    }
    QByteArray text;
    for (std::size_t i = 0; i < address.size(); ++i) {
        if (gapLength > 1 && i == gapStart) {
            text += i == 0 ? "::" : ":";
            i += gapLength - 1;
            continue;
        }
        text += QByteArray::number(address[i], 16);
        if (i + 1 < address.size())
            text += ':';
    }
    return text;
}

} // namespace rollcall
