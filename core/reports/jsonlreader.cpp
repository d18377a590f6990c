// SPDX-License-Identifier: MIT
#include "core/reports/jsonlreader.h"

#include "core/reports/reportcolumns.h"

#include <QFileDevice>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cmath>

namespace rollcall {

namespace {

constexpr qsizetype blockBytes = 64 * 1024;
/// Doubles hold whole numbers exactly up to here (RFC 8259, 6).
constexpr double largestNumber = 9'007'199'254'740'991.0;

/// A whole number, or a time: only times have decimals.
std::optional<ReportValue> numberOf(double number)
{
    if (!(std::abs(number) <= largestNumber))
        return std::nullopt;
    if (number == std::floor(number))
        return qint64(number);
    return std::chrono::microseconds(std::llround(number * 1000));
}

std::optional<ReportValue> hopsOf(const QJsonArray &array)
{
    QList<RedirectHop> hops;
    for (const auto &item : array) {
        const QJsonObject hop = item.toObject();
        const double milliseconds = hop[u"ms"].toDouble(-1);
        if (!hop[u"url"].isString() || !(milliseconds >= 0 && milliseconds <= largestNumber / 1000))
            return std::nullopt;
        hops.append(RedirectHop(hop[u"url"].toString().toUtf8(), hop[u"status"].toInt(),
                                std::chrono::microseconds(std::llround(milliseconds * 1000))));
    }
    return hops;
}

std::optional<ReportValue> valueOf(const QJsonValue &json)
{
    switch (json.type()) {
    case QJsonValue::Null:
    case QJsonValue::Undefined:
        return ReportValue();
    case QJsonValue::String:
        return json.toString().isEmpty() ? ReportValue() : json.toString().toUtf8();
    case QJsonValue::Double:
        return numberOf(json.toDouble());
    case QJsonValue::Array:
        return hopsOf(json.toArray());
    case QJsonValue::Bool:
    case QJsonValue::Object:
        return std::nullopt;
    }
    return std::nullopt;
}

std::variant<CheckResult, QString> resultOf(const QJsonObject &object)
{
    CheckResult result;
    for (const ReportColumn &column : reportColumns()) {
        const QJsonValue json = object.value(QLatin1String(column.name));
        const std::optional<ReportValue> value = valueOf(json);
        if (!value || !column.assign(result, *value))
            return json.isUndefined() || json.isNull()
                       ? QStringLiteral("\"%1\" is missing.").arg(QLatin1String(column.name))
                       : QStringLiteral("\"%1\" has a value that it cannot have.")
                             .arg(QLatin1String(column.name));
    }
    if (result.url.isEmpty())
        return QStringLiteral("\"url\" is missing.");
    return result;
}

std::variant<CheckResult, QString> resultOf(const QByteArray &line)
{
    QJsonParseError error{};
    const QJsonDocument document = QJsonDocument::fromJson(line, &error);
    if (error.error != QJsonParseError::NoError)
        return QStringLiteral("This is no JSON: %1 at byte %2.").arg(error.errorString()).arg(error.offset);
    if (!document.isObject())
        return QStringLiteral("This is no JSON object.");
    return resultOf(document.object());
}

bool isBlank(const QByteArray &text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return c == ' ' || c == '\t' || c == '\r'; });
}

} // namespace

JsonlReader::JsonlReader(QIODevice &device) : m_device(device) {}

std::optional<ReadResult> JsonlReader::next()
{
    while (std::optional<Line> line = nextLine()) {
        if (m_line == 1 && line->text.startsWith("\xEF\xBB\xBF"))
            line->text.remove(0, 3);
        if (line->isCut)
            return RejectedResult(m_line, QStringLiteral("This line is longer than 4 MiB."));
        if (isBlank(line->text))
            continue;
        auto read = resultOf(line->text);
        if (auto *result = std::get_if<CheckResult>(&read))
            return std::move(*result);
        return RejectedResult(m_line, std::get<QString>(read));
    }
    return std::nullopt;
}

std::optional<JsonlReader::Line> JsonlReader::nextLine()
{
    bool isCut = false;
    for (qsizetype searched = m_start;;) {
        const qsizetype end = m_buffer.indexOf('\n', searched);
        if (end >= 0) {
            Line line{m_buffer.sliced(m_start, end - m_start), isCut};
            m_start = end + 1;
            ++m_line;
            return line;
        }
        m_buffer.remove(0, m_start);
        m_start = 0;
        if (m_buffer.size() > maximumLineBytes) {
            isCut = true;
            m_buffer.clear();
        }
        searched = m_buffer.size();
        if (!readBlock())
            break;
    }
    if (!m_error.isEmpty() || (m_buffer.isEmpty() && !isCut))
        return std::nullopt;
    ++m_line;
    return Line{std::exchange(m_buffer, {}), isCut};
}

bool JsonlReader::readBlock()
{
    const qsizetype before = m_buffer.size();
    qint64 length = 0;
    do {
        m_buffer.resize(before + blockBytes);
        length = m_device.read(m_buffer.data() + before, blockBytes);
    } while (length == 0 && !m_device.atEnd() && m_device.waitForReadyRead(-1));
    m_buffer.truncate(before + std::max<qint64>(length, 0));
    const auto *file = qobject_cast<QFileDevice *>(&m_device);
    if (length < 0 && file && file->error() != QFileDevice::NoError)
        m_error = m_device.errorString();
    return length > 0;
}

} // namespace rollcall
