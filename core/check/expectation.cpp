// SPDX-License-Identifier: MIT
#include "core/check/expectation.h"

#include "core/net/fetchresult.h"

#include <QJsonArray>
#include <QStringDecoder>

#include <algorithm>

namespace rollcall {

namespace {

QString quoted(const QString &text)
{
    constexpr qsizetype longest = 80;
    return QLatin1Char('"') + (text.size() > longest ? text.left(longest) + QChar(0x2026) : text) +
           QLatin1Char('"');
}

/// "", or up to where the body was looked at.
QString reach(const FetchResult &answer)
{
    if (answer.bodyPrefix.size() >= answer.bodyBytes)
        return {};
    return QStringLiteral(" in the first %1 of %2 bytes; the rest was not looked at")
        .arg(answer.bodyPrefix.size())
        .arg(answer.bodyBytes);
}

QByteArray charsetOf(const QByteArray &contentType)
{
    static const QRegularExpression charset(QStringLiteral(";\\s*charset\\s*=\\s*\"?([^\\s;\"]+)"),
                                            QRegularExpression::CaseInsensitiveOption);
    return charset.match(QString::fromLatin1(contentType)).captured(1).toLatin1();
}

/// By byte order mark, else as declared, else UTF-8 where that fits, else Latin-1.
QString bodyText(const FetchResult &answer)
{
    const QByteArray &body = answer.bodyPrefix;
    if (const auto mark = QStringConverter::encodingForData(body))
        return QStringDecoder(*mark)(body);
    const QByteArray charset = charsetOf(answer.contentType);
    QStringDecoder declared(charset.constData());
    if (!charset.isEmpty() && declared.isValid())
        return declared(body);
    QStringDecoder utf8(QStringDecoder::Utf8); // lets the last character be incomplete
    QString text = utf8(body);
    return utf8.hasError() ? QString::fromLatin1(body) : text;
}

/// What a person writes for a value: JSON, or a plain string.
bool isWritten(const QJsonValue &value, const QString &written)
{
    if (value.isString() && value.toString() == written)
        return true;
    const QJsonDocument document = QJsonDocument::fromJson('[' + written.toUtf8() + ']');
    return document.isArray() && document.array().size() == 1 && document.array().at(0) == value;
}

QString shown(const QJsonValue &value)
{
    const QByteArray list = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    const QString text = QString::fromUtf8(list.sliced(1, list.size() - 2));
    constexpr qsizetype longest = 80;
    return text.size() > longest ? text.left(longest) + QChar(0x2026) : text;
}

} // namespace

Expectation::OrProblem Expectation::text(const QString &text)
{
    if (text.isEmpty())
        return Problem{QStringLiteral("there is no text")};
    return Expectation(Kind::Text, text);
}

Expectation::OrProblem Expectation::pattern(const QString &pattern)
{
    Expectation expectation(Kind::Pattern, pattern);
    expectation.m_pattern = QRegularExpression(pattern, QRegularExpression::MultilineOption |
                                                            QRegularExpression::UseUnicodePropertiesOption);
    if (pattern.isEmpty())
        return Problem{QStringLiteral("there is no pattern")};
    if (!expectation.m_pattern.isValid())
        return Problem{QStringLiteral("%1 at character %2")
                           .arg(expectation.m_pattern.errorString())
                           .arg(expectation.m_pattern.patternErrorOffset() + 1)};
    return expectation;
}

Expectation::OrProblem Expectation::json(const QString &pathAndValue)
{
    qsizetype length = 0;
    const auto path = JsonPath::parse(pathAndValue, &length);
    if (const auto *problem = std::get_if<JsonPath::Problem>(&path))
        return Problem{problem->sentence};
    if (length == 0)
        return Problem{QStringLiteral("a missing name at character 1")};
    Expectation expectation(Kind::Json, pathAndValue);
    expectation.m_path = std::get<JsonPath>(path);
    if (length < pathAndValue.size())
        expectation.m_value = pathAndValue.mid(length + 1);
    return expectation;
}

Expectation::OrProblem Expectation::header(const QString &nameAndText)
{
    static const QRegularExpression field(
        QStringLiteral("\\A([-!#$%&'*+.^_`|~0-9A-Za-z]+)(?::[ \\t]*(.*?)[ \\t]*)?\\z"));
    if (!field.match(nameAndText).hasMatch())
        return Problem{QStringLiteral("that is no name of a header")};
    Expectation expectation(Kind::Header, nameAndText);
    expectation.m_name = field.match(nameAndText).captured(1).toLatin1();
    const QString value = field.match(nameAndText).captured(2);
    if (!value.isEmpty())
        expectation.m_value = value;
    return expectation;
}

std::optional<Reason> Expectation::missingFrom(const FetchResult &answer) const
{
    std::optional<QString> problem;
    switch (m_kind) {
    case Kind::Text:
    case Kind::Pattern:
        problem = problemOfBody(answer);
        break;
    case Kind::Json:
        problem = problemOfJson(answer);
        break;
    case Kind::Header:
        problem = problemOfHeader(answer);
        break;
    }
    if (!problem)
        return std::nullopt;
    return Reason(needsBody() ? ErrorKind::UnexpectedContent : ErrorKind::UnexpectedHeader, *problem);
}

std::optional<QString> Expectation::problemOfBody(const FetchResult &answer) const
{
    const QString body = bodyText(answer);
    const bool isText = m_kind == Kind::Text;
    if (isText ? body.contains(m_written) : m_pattern.match(body).hasMatch())
        return std::nullopt;
    const QString what = isText ? QStringLiteral("no text %1") : QStringLiteral("no match of %1");
    return what.arg(quoted(m_written)) + reach(answer);
}

std::optional<QString> Expectation::problemOfJson(const FetchResult &answer) const
{
    if (!reach(answer).isEmpty())
        return QStringLiteral("%1 was not looked for: the body is longer than %2 bytes")
            .arg(quoted(m_written))
            .arg(examinedBytes);
    QJsonParseError error{};
    const QJsonDocument document = QJsonDocument::fromJson(answer.bodyPrefix, &error);
    if (error.error != QJsonParseError::NoError)
        return QStringLiteral("the body is no JSON: %1").arg(error.errorString());
    const QJsonValue value = m_path.find(document);
    if (value.isUndefined())
        return QStringLiteral("the JSON has nothing at %1").arg(quoted(m_written));
    if (!m_value || isWritten(value, *m_value))
        return std::nullopt;
    return QStringLiteral("the JSON has %1 in place of %2").arg(shown(value), quoted(m_written));
}

std::optional<QString> Expectation::problemOfHeader(const FetchResult &answer) const
{
    const auto fits = [this](const HeaderField &field) {
        return field.first.compare(m_name, Qt::CaseInsensitive) == 0 &&
               (!m_value || QString::fromUtf8(field.second).contains(*m_value));
    };
    const QList<HeaderField> &fields = answer.responseHeaders;
    if (std::any_of(fields.begin(), fields.end(), fits))
        return std::nullopt;
    return QStringLiteral("no header %1").arg(quoted(m_written));
}

} // namespace rollcall
