// SPDX-License-Identifier: MIT
#include "core/monitor/alerttemplate.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <optional>

namespace rollcall {

using namespace Qt::StringLiterals;

namespace {

/// \a value as JSON has it.
QByteArray jsonOf(const QJsonValue &value)
{
    const QByteArray inArray = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return inArray.sliced(1).chopped(1);
}

/// \a value for the inside of a string of JSON.
QByteArray insideString(const QJsonValue &value)
{
    if (value.isNull())
        return {};
    const QByteArray json = jsonOf(value);
    return value.isString() ? json.sliced(1).chopped(1) : json;
}

/// Fills the facts in, knowing whether it is in a string of JSON.
class Renderer
{
public:
    Renderer(const QByteArray &text, const AlertMessage &message)
        : m_text(text),
          m_facts(messageToJson(message))
    {
    }

    /// Nothing when a place has no fact; problem() says which.
    std::optional<QByteArray> run()
    {
        QByteArray json;
        while (m_at < m_text.size()) {
            if (QByteArrayView(m_text).sliced(m_at).startsWith("{{")) {
                if (!fillIn(json))
                    return std::nullopt;
            } else {
                json += takeCharacter();
            }
        }
        return json;
    }
    const QString &problem() const { return m_problem; }

private:
    QByteArray takeCharacter()
    {
        const bool isEscape = m_isInString && m_text[m_at] == '\\';
        if (m_text[m_at] == '"')
            m_isInString = !m_isInString;
        QByteArray taken = m_text.mid(m_at, isEscape ? 2 : 1);
        m_at += taken.size();
        return taken;
    }

    bool fillIn(QByteArray &json)
    {
        const qsizetype end = m_text.indexOf("}}", m_at);
        const QString name = QString::fromUtf8(m_text.mid(m_at + 2, end < 0 ? -1 : end - m_at - 2)).trimmed();
        const QJsonValue value = m_facts.value(name);
        if (end < 0 || value.isUndefined() || (value.isArray() && m_isInString)) {
            m_problem = u"there is no {{%1}} to be filled in there"_s.arg(name.left(40));
            return false;
        }
        json += m_isInString ? insideString(value) : jsonOf(value);
        m_at = end + 2;
        return true;
    }

    const QByteArray &m_text;
    QJsonObject m_facts;
    qsizetype m_at = 0;
    bool m_isInString = false;
    QString m_problem;
};

} // namespace

std::variant<AlertTemplate, QString> AlertTemplate::fromText(const QByteArray &json)
{
    const AlertMessage sample({Alert(AlertKind::Test, QDateTime::currentDateTimeUtc())});
    Renderer renderer(json, sample);
    const std::optional<QByteArray> rendered = renderer.run();
    if (!rendered)
        return u"The template cannot be used: %1."_s.arg(renderer.problem());
    QJsonParseError error;
    QJsonDocument::fromJson(*rendered, &error);
    if (error.error != QJsonParseError::NoError)
        return u"The template does not give JSON: %1 at byte %2."_s.arg(error.errorString())
            .arg(error.offset);
    AlertTemplate made;
    made.m_text = json;
    return made;
}

QByteArray AlertTemplate::render(const AlertMessage &message) const
{
    if (m_text.isEmpty())
        return QJsonDocument(messageToJson(message)).toJson(QJsonDocument::Compact);
    return Renderer(m_text, message).run().value_or(QByteArray()); // fromText() has tried it
}

} // namespace rollcall
