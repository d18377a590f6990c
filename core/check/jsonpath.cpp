// SPDX-License-Identifier: MIT
#include "core/check/jsonpath.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>

namespace rollcall {

namespace {

bool endsName(QChar c)
{
    return c == u'.' || c == u'[' || c == u']' || c == u'=';
}

QString at(const char *what, qsizetype index)
{
    return QStringLiteral("%1 at character %2").arg(QLatin1String(what)).arg(index + 1);
}

} // namespace

std::variant<JsonPath, JsonPath::Problem> JsonPath::parse(QStringView text, qsizetype *length)
{
    JsonPath path;
    qsizetype i = text.startsWith(u'$') ? 1 : 0;
    while (i < text.size() && text[i] != u'=') {
        if (text[i] == u'[') {
            const bool isQuoted = text.sliced(i + 1).startsWith(u'"');
            const qsizetype begin = i + (isQuoted ? 2 : 1);
            const qsizetype end = text.indexOf(isQuoted ? u"\"]" : u"]", begin);
            if (end < 0)
                return Problem{at("a bracket that is not closed", i)};
            const QStringView inside = text.sliced(begin, end - begin);
            bool isNumber = false;
            const qsizetype index = inside.toInt(&isNumber);
            if (isQuoted)
                path.m_steps.append(inside.toString());
            else if (isNumber && index >= 0)
                path.m_steps.append(index);
            else
                return Problem{at("an index that is no number", begin)};
            i = end + (isQuoted ? 2 : 1);
        } else {
            const bool needsDot = i > 0;
            if (needsDot && text[i] != u'.')
                return Problem{at("a character that does not belong there", i)};
            const qsizetype begin = i + (needsDot ? 1 : 0);
            const auto *const end = std::find_if(text.begin() + begin, text.end(), endsName);
            if (end == text.begin() + begin)
                return Problem{at("a missing name", begin)};
            path.m_steps.append(QStringView(text.begin() + begin, end).toString());
            i = end - text.begin();
        }
    }
    *length = i;
    return path;
}

QJsonValue JsonPath::find(const QJsonDocument &document) const
{
    QJsonValue value = document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
    for (const Step &step : m_steps) {
        if (const auto *name = std::get_if<QString>(&step))
            value = value.toObject().value(*name);
        else
            value = value.toArray().at(std::get<qsizetype>(step));
    }
    return value;
}

} // namespace rollcall
