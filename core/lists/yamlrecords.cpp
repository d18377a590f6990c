// SPDX-License-Identifier: MIT
#include "core/lists/yamlrecords.h"

#include "core/lists/textblocks.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <istream>
#include <map>
#include <streambuf>
#include <utility>

namespace rollcall {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype maximumSilence = 1024 * 1024;
constexpr std::size_t maximumAnchors = 1000;
constexpr qsizetype maximumRecordedSize = 8 * 1024 * 1024;
// So many values may aliases stand for, and so many more for each event: an alias of an alias of an alias ...
// is a few bytes and millions of values.
constexpr qint64 harmlessRepetitions = 100'000;
constexpr qint64 maximumRepetitions = 100;

/// What ends the parsing from within an event.
class Refused : public std::exception
{
public:
    explicit Refused(QString why) : m_reason(std::move(why)) {}
    const QString &reason() const { return m_reason; }
    const char *what() const noexcept override { return "refused"; }

private:
    QString m_reason;
};

/// The bytes of a device for yaml-cpp. Ends early when they lead to no event for too long.
class DeviceBuffer : public std::streambuf
{
public:
    DeviceBuffer(QIODevice &device, const QString &sourceName) : m_blocks(device, sourceName) {}

    void noteEvent() { m_silence = 0; }
    bool hasGivenUp() const { return m_hasGivenUp; }
    const std::optional<ImportError> &error() const { return m_blocks.error(); }

protected:
    int_type underflow() override
    {
        m_hasGivenUp = m_hasGivenUp || m_silence > maximumSilence;
        if (m_hasGivenUp || !m_blocks.next(m_block))
            return traits_type::eof();
        m_silence += m_block.size();
        setg(m_block.data(), m_block.data(), m_block.data() + m_block.size());
        return traits_type::to_int_type(*gptr());
    }

private:
    ByteBlocks m_blocks;
    QByteArray m_block;
    qsizetype m_silence = 0;
    bool m_hasGivenUp = false;
};

/// Turns yaml-cpp's events into those of a RecordBuilder, and keeps what has an anchor for its aliases.
class Handler : public YAML::EventHandler
{
public:
    Handler(RecordBuilder &records, DeviceBuffer &buffer) : m_records(records), m_buffer(buffer) {}

    qint64 line() const { return m_line; }

    int documentStart() const { return m_documentStart; }

    void OnDocumentStart(const YAML::Mark &mark) override
    {
        note(mark);
        m_documentStart = mark.pos;
    }
    void OnDocumentEnd() override {}
    void OnNull(const YAML::Mark &mark, YAML::anchor_t anchor) override
    {
        note(mark);
        scalar(anchor, ValueType::Null, {});
    }
    void OnAlias(const YAML::Mark &mark, YAML::anchor_t anchor) override
    {
        note(mark);
        const ValueTree &tree = m_anchored[anchor];
        m_repeatedValues += static_cast<qint64>(tree.valueCount());
        if (m_repeatedValues > harmlessRepetitions + m_events * maximumRepetitions)
            throw Refused(QStringLiteral("its aliases stand for too many values"));
        repeat(tree.root());
    }
    void OnScalar(const YAML::Mark &mark, const std::string & /*tag*/, YAML::anchor_t anchor,
                  const std::string &text) override
    {
        note(mark);
        scalar(anchor, ValueType::Text, QString::fromStdString(text));
    }
    void OnSequenceStart(const YAML::Mark &mark, const std::string & /*tag*/, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value /*style*/) override
    {
        note(mark);
        record(anchor);
        begin(false);
    }
    void OnSequenceEnd() override { end(); }
    void OnMapStart(const YAML::Mark &mark, const std::string & /*tag*/, YAML::anchor_t anchor,
                    YAML::EmitterStyle::value /*style*/) override
    {
        note(mark);
        record(anchor);
        begin(true);
    }
    void OnMapEnd() override { end(); }

private:
    struct Level {
        bool isMap = false;
        bool expectsKey = false;
    };
    struct Recording {
        YAML::anchor_t anchor;
        std::size_t depth;
        ValueTree tree;
    };

    void note(const YAML::Mark &mark)
    {
        m_buffer.noteEvent();
        m_line = mark.line + 1;
        ++m_events;
    }

    void check(bool accepted) const
    {
        if (!accepted)
            throw Refused(m_records.reason());
    }

    void begin(bool isMap)
    {
        if (!m_levels.empty() && m_levels.back().expectsKey)
            throw Refused(QStringLiteral("a key is no plain text"));
        check(isMap ? m_records.beginObject(m_line) : m_records.beginArray(m_line));
        for (Recording &recording : m_recordings)
            isMap ? recording.tree.beginObject() : recording.tree.beginArray();
        countRecorded(m_recordings.size(), 0);
        m_levels.push_back({isMap, isMap});
    }

    void end()
    {
        m_levels.pop_back();
        check(m_records.end());
        for (Recording &recording : m_recordings)
            recording.tree.end();
        if (!m_recordings.empty() && m_recordings.back().depth == m_levels.size()) {
            keep(m_recordings.back().anchor, std::move(m_recordings.back().tree));
            m_recordings.pop_back();
        }
        valueHasEnded();
    }

    void scalar(YAML::anchor_t anchor, ValueType type, QStringView text)
    {
        if (anchor != 0) {
            ValueTree tree;
            tree.scalar(type, text);
            countRecorded(1, text.size());
            keep(anchor, std::move(tree));
        }
        takeScalar(type, text);
    }

    void takeScalar(ValueType type, QStringView text)
    {
        const bool isKey = takesKey();
        check(isKey ? m_records.key(text) : m_records.scalar(type, text, m_line));
        for (Recording &recording : m_recordings)
            isKey ? recording.tree.key(text) : recording.tree.scalar(type, text);
        countRecorded(m_recordings.size(), text.size());
        if (!isKey)
            valueHasEnded();
    }

    // Takes what an alias stands for as if it stood there itself.
    void repeat(ValueView value)
    {
        if (!value.isArray() && !value.isObject()) {
            takeScalar(value.type(), value.notation());
            return;
        }
        begin(value.isObject());
        for (const ValueView inner : value) {
            if (value.isObject())
                takeScalar(ValueType::Text, inner.key());
            repeat(inner);
        }
        end();
    }

    // Whether the scalar that is there is a key; then a value comes next.
    bool takesKey() { return !m_levels.empty() && std::exchange(m_levels.back().expectsKey, false); }

    void valueHasEnded()
    {
        if (!m_levels.empty())
            m_levels.back().expectsKey = m_levels.back().isMap;
    }

    // Begins to keep what comes for the aliases of anchor.
    void record(YAML::anchor_t anchor)
    {
        if (anchor == 0)
            return;
        if (m_recordings.size() == 16)
            throw Refused(QStringLiteral("its anchors are nested too deeply"));
        m_recordings.push_back({anchor, m_levels.size(), {}});
    }

    void keep(YAML::anchor_t anchor, ValueTree tree)
    {
        m_anchored[anchor] = std::move(tree);
        if (m_anchored.size() > maximumAnchors)
            throw Refused(QStringLiteral("it has more than %1 anchors").arg(maximumAnchors));
    }

    void countRecorded(std::size_t values, qsizetype textSize)
    {
        constexpr qsizetype sizeOfValue = 32;
        m_recordedSize += static_cast<qsizetype>(values) * (sizeOfValue + textSize);
        if (m_recordedSize > maximumRecordedSize)
            throw Refused(
                QStringLiteral("its anchors hold more than %1 characters").arg(maximumRecordedSize));
    }

    RecordBuilder &m_records;
    DeviceBuffer &m_buffer;
    qint64 m_line = 1;
    qint64 m_events = 0;
    int m_documentStart = -1;
    std::vector<Level> m_levels;
    std::vector<Recording> m_recordings;
    qsizetype m_recordedSize = 0;
    std::map<YAML::anchor_t, ValueTree> m_anchored;
    qint64 m_repeatedValues = 0; // that aliases stood for
};

// Parses every document of the stream.
std::optional<ImportError> parse(std::istream &stream, Handler &handler, const QString &sourceName)
{
    try {
        YAML::Parser parser(stream);
        // Behind some errors yaml-cpp 0.7 finds an empty document at one place for ever.
        for (int last = -1; parser.HandleNextDocument(handler); last = handler.documentStart()) {
            if (handler.documentStart() <= last)
                throw Refused(QStringLiteral("it is no sound YAML"));
        }
    } catch (const Refused &refused) {
        return ImportError(ImportFailure::Malformed, sourceName, refused.reason(), handler.line());
    } catch (const YAML::Exception &error) {
        return ImportError(ImportFailure::Malformed, sourceName,
                           QStringLiteral("it is no sound YAML: ") + QString::fromStdString(error.msg),
                           std::max(error.mark.line + 1, 1));
    }
    return std::nullopt;
}

} // namespace

void readYaml(QIODevice &device, const QString &sourceName, RecordBuilder &records, ListBuilder &list)
{
    DeviceBuffer buffer(device, sourceName);
    std::istream stream(&buffer);
    Handler handler(records, buffer);
    const std::optional<ImportError> error = parse(stream, handler, sourceName);
    if (buffer.error())
        list.fail(*buffer.error());
    else if (buffer.hasGivenUp())
        list.fail(handler.line(), QStringLiteral("a value is longer than %1 bytes").arg(maximumSilence));
    else if (error)
        list.fail(*error);
}

ValueView mergedRecord(ValueView record, ValueTree &merged)
{
    const ValueView defaults = record["<<"_L1];
    if (!defaults.isObject())
        return record;
    merged.clear();
    merged.beginObject();
    for (const ValueView object : {defaults, record}) { // of two members with one name the last is found
        for (const ValueView member : object) {
            merged.key(member.key());
            merged.append(member);
        }
    }
    merged.end();
    return merged.root();
}

} // namespace rollcall
