// SPDX-License-Identifier: MIT
#include "core/net/responsehead.h"

#include "core/url/httptoken.h"

#include <algorithm>
#include <charconv>

namespace rollcall {

namespace {

constexpr int switchingProtocols = 101;

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isBlank(char c)
{
    return c == ' ' || c == '\t';
}

QByteArrayView withoutLineEnd(QByteArrayView line)
{
    if (line.endsWith('\n'))
        line.chop(1); // RFC 9112, section 2.2: a bare line feed will do
    if (line.endsWith('\r'))
        line.chop(1);
    return line;
}

/// For messages: short, and without what would confuse a terminal.
QString quotedStart(QByteArrayView text)
{
    constexpr qsizetype longest = 40;
    QString shown;
    for (const char c : text.first(std::min(text.size(), longest)))
        shown += c >= ' ' && c <= '~' ? QLatin1Char(c) : QLatin1Char('?');
    return QLatin1Char('"') + shown + QLatin1Char('"');
}

std::optional<qint64> lengthIn(QByteArrayView digits)
{
    qint64 length = 0;
    if (digits.isEmpty() || !isDigit(digits.front()))
        return std::nullopt;
    const auto [end, error] = std::from_chars(digits.begin(), digits.end(), length);
    return error == std::errc() && end == digits.end() ? std::optional(length) : std::nullopt;
}

bool isNamed(const ResponseHead::Field &field, QByteArrayView name)
{
    return field.first.compare(name, Qt::CaseInsensitive) == 0;
}

} // namespace

std::optional<qint64> contentLengthFromField(QByteArrayView value)
{
    std::optional<qint64> length;
    for (QByteArrayView rest = value;;) {
        const qsizetype comma = rest.indexOf(',');
        const std::optional<qint64> number = lengthIn((comma < 0 ? rest : rest.first(comma)).trimmed());
        if (!number || (length && *length != *number))
            return std::nullopt;
        length = number;
        if (comma < 0)
            return length;
        rest = rest.sliced(comma + 1);
    }
}

QList<ResponseHead::Field> ResponseHead::joinedFields() const
{
    QList<Field> joined;
    joined.reserve(m_fields.size());
    for (const Field &field : m_fields) {
        const auto before = std::find_if(joined.begin(), joined.end(), [&field](const Field &known) {
            return known.first.size() == field.first.size() && isNamed(known, field.first);
        });
        if (before == joined.end())
            joined.append(field);
        else
            before->second += (isNamed(field, "Set-Cookie") ? "\n" : ", ") + field.second;
    }
    return joined;
}

ErrorKind ResponseHead::takeLine(QByteArrayView line)
{
    m_bytes += line.size();
    if (m_bytes > maximumBytes) {
        m_problem = QStringLiteral("more than %1 bytes").arg(maximumBytes);
        return ErrorKind::HeadersTooLarge;
    }
    const QByteArrayView content = withoutLineEnd(line);
    switch (m_state) {
    case State::BeforeHead:
        return takeStatusLine(content);
    case State::InHead:
        return content.isEmpty() ? takeEnd() : takeField(content);
    case State::Complete:
        return ErrorKind::None; // a trailer: counted, not kept
    }
    return ErrorKind::Internal;
}

/// RFC 9112, section 4; the line of an HTTP/2 answer is libcurl's rendering of its ":status".
ErrorKind ResponseHead::takeStatusLine(QByteArrayView line)
{
    const qsizetype space = line.indexOf(' ');
    const QByteArrayView version = space < 0 ? line : line.first(space);
    const bool isKnown = space > 0 && (version == "HTTP/1.1" || version == "HTTP/1.0" || version == "HTTP/2");
    if (!isKnown)
        return malformed(QStringLiteral("unknown version in the status line %1").arg(quotedStart(line)));
    constexpr qsizetype statusDigits = 3;
    const QByteArrayView rest = line.sliced(version.size() + 1);
    const bool hasStatus = rest.size() >= statusDigits &&
                           std::all_of(rest.begin(), rest.begin() + statusDigits, isDigit) &&
                           rest.front() != '0' && (rest.size() == statusDigits || rest[statusDigits] == ' ');
    if (!hasStatus)
        return malformed(QStringLiteral("no status in the status line %1").arg(quotedStart(line)));
    m_httpVersion = version.sliced(5).toByteArray();
    m_status = rest.first(statusDigits).toInt();
    m_reason = rest.sliced(statusDigits).trimmed().toByteArray();
    m_fields.clear();
    m_state = State::InHead;
    return ErrorKind::None;
}

ErrorKind ResponseHead::takeField(QByteArrayView line)
{
    if (line.contains('\0') || line.contains('\r'))
        return malformed(QStringLiteral("a control character in the header line %1").arg(quotedStart(line)));
    if (isBlank(line.front())) { // RFC 9112, section 5.2: a folded line goes on with the one before
        if (m_fields.isEmpty())
            return malformed(QStringLiteral("a folded line without a header before it"));
        m_fields.last().second += ' ' + line.trimmed().toByteArray();
        return ErrorKind::None;
    }
    const qsizetype colon = line.indexOf(':');
    if (colon < 0)
        return malformed(QStringLiteral("no colon in the header line %1").arg(quotedStart(line)));
    const QByteArrayView name = line.first(colon);
    if (!isHttpToken(name))
        return malformed(QStringLiteral("no header name in the line %1").arg(quotedStart(line)));
    m_fields.emplaceBack(name.toByteArray(), line.sliced(colon + 1).trimmed().toByteArray());
    return ErrorKind::None;
}

ErrorKind ResponseHead::takeEnd()
{
    if (m_status == switchingProtocols)
        return malformed(QStringLiteral("101 Switching Protocols, which nobody asked for"));
    const bool isInterim = m_status < 200;
    const ErrorKind error = isInterim ? ErrorKind::None : checkFraming();
    if (error == ErrorKind::None)
        m_state = isInterim ? State::BeforeHead : State::Complete;
    return error;
}

/// RFC 9112, section 6.3: answers whose length is in doubt are where one answer can hide in another.
ErrorKind ResponseHead::checkFraming()
{
    std::optional<qint64> length;
    bool isCoded = false;
    for (const Field &field : m_fields) {
        if (isNamed(field, "Transfer-Encoding"))
            isCoded = true;
        if (!isNamed(field, "Content-Length"))
            continue;
        const std::optional<qint64> announced = contentLengthFromField(field.second);
        if (!announced)
            return malformed(QStringLiteral("the Content-Length %1").arg(quotedStart(field.second)));
        if (length && *length != *announced)
            return malformed(QStringLiteral("two lengths, %1 and %2").arg(*length).arg(*announced));
        length = announced;
    }
    if (isCoded && length)
        return malformed(QStringLiteral("both Content-Length and Transfer-Encoding"));
    return ErrorKind::None;
}

ErrorKind ResponseHead::malformed(QString problem)
{
    m_problem = std::move(problem);
    return ErrorKind::MalformedResponse;
}

} // namespace rollcall
