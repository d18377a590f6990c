// SPDX-License-Identifier: MIT
#include "core/lists/jsonrecords.h"

#include "core/lists/jsonstream.h"

#include <QLocale>

#include <rapidjson/error/en.h>
#include <rapidjson/reader.h>

namespace rollcall {

namespace {

using Reader = rapidjson::GenericReader<rapidjson::UTF16<char16_t>, rapidjson::UTF16<char16_t>>;

// No recursion, so that nesting costs no stack.
constexpr unsigned parseFlags = rapidjson::kParseIterativeFlag | rapidjson::kParseStopWhenDoneFlag;

/// Hands RapidJSON's events on, with the names that it prescribes.
class Handler
{
public:
    using Ch = char16_t;

    Handler(RecordBuilder &records, JsonStream &stream) : m_records(records), m_stream(stream) {}

    bool Null() { return scalar(ValueType::Null, {}); }
    bool Bool(bool isTrue) { return scalar(ValueType::Boolean, isTrue ? u"true" : u"false"); }
    bool Int(int value) { return number(value); }
    bool Uint(unsigned value) { return number(value); }
    bool Int64(int64_t value) { return number(static_cast<qlonglong>(value)); }
    bool Uint64(uint64_t value) { return number(static_cast<qulonglong>(value)); }
    bool Double(double value) { return number(value, 'g', QLocale::FloatingPointShortest); }
    bool RawNumber(const Ch * /*text*/, rapidjson::SizeType /*length*/, bool /*copy*/) { return false; }
    bool String(const Ch *text, rapidjson::SizeType length, bool /*copy*/)
    {
        return scalar(ValueType::Text, view(text, length));
    }
    bool Key(const Ch *text, rapidjson::SizeType length, bool /*copy*/)
    {
        return m_records.key(view(text, length));
    }
    bool StartObject() { return m_records.beginObject(line()); }
    bool EndObject(rapidjson::SizeType /*count*/) { return m_records.end(); }
    bool StartArray() { return m_records.beginArray(line()); }
    bool EndArray(rapidjson::SizeType /*count*/) { return m_records.end(); }

private:
    static QStringView view(const Ch *text, rapidjson::SizeType length)
    {
        return {text, static_cast<qsizetype>(length)};
    }
    // Of the event that has come.
    qint64 line()
    {
        m_stream.noteEvent();
        return m_stream.line();
    }
    bool scalar(ValueType type, QStringView notation) { return m_records.scalar(type, notation, line()); }
    template <class... Number>
    bool number(Number... value)
    {
        return scalar(ValueType::Number, m_records.isSkipping() ? QString() : QString::number(value...));
    }

    RecordBuilder &m_records;
    JsonStream &m_stream;
};

QString reasonOf(const rapidjson::ParseResult &result, JsonStream &stream, const RecordBuilder &records)
{
    if (!records.reason().isEmpty())
        return records.reason();
    if (stream.isTooLong())
        return QStringLiteral("a string is too long");
    if (stream.atEnd())
        return QStringLiteral("it ends in the middle");
    QString text = QString::fromLatin1(rapidjson::GetParseError_En(result.Code()));
    if (text.endsWith(u'.'))
        text.chop(1);
    return QStringLiteral("it is no sound JSON: ") + text;
}

// Why no more comes of the text, unless that is because it is at its end.
void noteWhyItEnded(JsonStream &stream, ListBuilder &list)
{
    if (std::optional<ImportError> error = stream.error()) {
        if (error->failure != ImportFailure::Binary)
            error->line = stream.line();
        list.fail(*std::move(error));
    } else if (stream.hasGivenUp()) {
        list.fail(stream.line(),
                  QStringLiteral("there is no value within %1 characters").arg(JsonStream::maximumSilence));
    }
}

} // namespace

void readJson(QIODevice &device, const QString &sourceName, RecordBuilder &records, ListBuilder &list)
{
    JsonStream stream(device, sourceName);
    Handler handler(records, stream);
    Reader reader;
    stream.skipWhiteSpace();
    if (!stream.atEnd()) {
        const rapidjson::ParseResult result = reader.Parse<parseFlags>(stream, handler);
        noteWhyItEnded(stream, list);
        if (result.IsError())
            list.fail(stream.line(), reasonOf(result, stream, records));
        stream.skipWhiteSpace();
    }
    noteWhyItEnded(stream, list);
    if (!stream.atEnd())
        list.fail(stream.line(), QStringLiteral("there is something behind the end of the JSON document"));
}

void readJsonLines(QIODevice &device, const QString &sourceName, RecordBuilder &records, ListBuilder &list)
{
    JsonStream stream(device, sourceName);
    Handler handler(records, stream);
    Reader reader;
    for (stream.skipWhiteSpace(); !stream.atEnd(); stream.skipWhiteSpace()) {
        const qint64 line = stream.line();
        const rapidjson::ParseResult result = reader.Parse<parseFlags>(stream, handler);
        if (!result.IsError())
            continue;
        if (!records.reason().isEmpty()) {
            list.fail(line, records.reason());
            return;
        }
        list.reject(line, reasonOf(result, stream, records), UrlProblem::NotAUrl);
        records.reset();
        stream.noteEvent();
        if (stream.line() == line)
            stream.skipLine();
        else
            stream.restart();
    }
    noteWhyItEnded(stream, list);
}

bool looksLikeJson(const QString &text)
{
    return text.startsWith(u'{') || text.startsWith(u'[');
}

bool looksLikeJsonLines(const QString &text)
{
    const qsizetype end = text.indexOf(u'\n');
    const QStringView first = QStringView(text).first(end < 0 ? text.size() : end).trimmed();
    const QStringView rest = end < 0 ? QStringView() : QStringView(text).sliced(end).trimmed();
    return first.startsWith(u'{') && first.endsWith(u'}') && rest.startsWith(u'{');
}

} // namespace rollcall
