// SPDX-License-Identifier: MIT
#include "core/url/redact.h"

#include <QByteArrayView>

#include <algorithm>
#include <array>
#include <string_view>

namespace rollcall {

namespace {

constexpr QByteArrayView mask("***");

/// Of names without case and separators: "X-Api-Key" holds "apikey".
constexpr std::array<std::string_view, 13> secretParts = {
    "token",     "secret",     "password",   "passwd",        "passphrase", "apikey", "accesskey",
    "signature", "privatekey", "credential", "authorization", "sessionid",  "jwt"};
constexpr std::array<std::string_view, 9> secretNames = {"key", "sig", "auth", "pwd",    "pass",
                                                         "pw",  "sid", "otp",  "session"};

bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// Ends a URL within a text.
bool endsUrl(char c)
{
    constexpr auto lastBlank = static_cast<unsigned char>(' ');
    return static_cast<unsigned char>(c) <= lastBlank || c == '"' || c == '<' || c == '>';
}

bool isSecretName(QByteArrayView written)
{
    QByteArray name;
    for (const char c : QByteArray::fromPercentEncoding(written.toByteArray()).toLower()) {
        if (isLetter(c) || isDigit(c))
            name += c;
    }
    const std::string_view text(name.constData(), std::size_t(name.size()));
    return std::find(secretNames.begin(), secretNames.end(), text) != secretNames.end() ||
           std::any_of(secretParts.begin(), secretParts.end(),
                       [text](std::string_view part) { return text.find(part) != std::string_view::npos; });
}

/// Words and dates have their letters and their digits side by side; what a machine drew has them in a
/// jumble.
bool looksDrawn(QByteArrayView written)
{
    constexpr qsizetype shortest = 20;
    constexpr int changesOfADate = 3; // 2026-01-01T00:00:00Z
    if (written.size() < shortest)
        return false;
    const QByteArray value = QByteArray::fromPercentEncoding(written.toByteArray());
    int changes = 0;
    char before = 0;
    for (const char c : value) {
        if (!isLetter(c) && !isDigit(c) && std::string_view("-_.~+/=:").find(c) == std::string_view::npos)
            return false;
        changes += int((isLetter(before) && isDigit(c)) || (isDigit(before) && isLetter(c)));
        before = c;
    }
    return value.size() >= shortest && changes > changesOfADate;
}

/// Walks through a text once, copying what may be shown.
class Redactor
{
public:
    explicit Redactor(QByteArrayView text) : m_text(text) { m_shown.reserve(text.size()); }

    QByteArray run()
    {
        while (m_at < m_text.size()) {
            const char c = m_text[m_at];
            copyTo(m_at + 1);
            if (c == '/' && m_at < m_text.size() && m_text[m_at] == '/') {
                copyTo(m_at + 1);
                takeUserInfo();
            } else if (c == '?' || c == '&' || c == '#' || c == ';') {
                takeParameter();
            }
        }
        return m_shown;
    }

private:
    void copyTo(qsizetype end)
    {
        m_shown += m_text.sliced(m_at, end - m_at);
        m_at = end;
    }
    void maskTo(qsizetype end)
    {
        if (end > m_at)
            m_shown += mask;
        m_at = end;
    }
    /// The first place from here on with one of \a ends, or where the URL ends.
    qsizetype find(std::string_view ends) const
    {
        qsizetype place = m_at;
        while (place < m_text.size() && !endsUrl(m_text[place]) &&
               ends.find(m_text[place]) == std::string_view::npos)
            ++place;
        return place;
    }

    void takeUserInfo()
    {
        const qsizetype end = find("/?#\\");
        const qsizetype at = m_text.first(end).lastIndexOf('@');
        if (at < m_at)
            return;
        const qsizetype colon = m_text.first(at).indexOf(':', m_at);
        if (colon >= 0)
            copyTo(colon + 1);
        else if (!looksDrawn(m_text.sliced(m_at, at - m_at)))
            return;
        maskTo(at);
    }

    void takeParameter()
    {
        const qsizetype nameEnd = find("=&#;?/");
        const QByteArrayView name = m_text.sliced(m_at, nameEnd - m_at);
        if (nameEnd >= m_text.size() || m_text[nameEnd] != '=')
            return;
        copyTo(nameEnd + 1);
        const bool isSecret = isSecretName(name);
        const qsizetype end = find(isSecret ? "&#" : "&#;");
        if (isSecret || looksDrawn(m_text.sliced(m_at, end - m_at)))
            maskTo(end);
    }

    QByteArrayView m_text;
    qsizetype m_at = 0;
    QByteArray m_shown;
};

} // namespace

QByteArray redacted(const QByteArray &text)
{
    if (!text.contains('@') && !text.contains('='))
        return text;
    return Redactor(text).run();
}

QString redacted(const QString &text)
{
    if (!text.contains(u'@') && !text.contains(u'='))
        return text;
    return QString::fromUtf8(redacted(text.toUtf8()));
}

} // namespace rollcall
