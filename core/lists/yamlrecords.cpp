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

namespace {

constexpr qsizetype maximumSilence = 1024 * 1024;
constexpr std::size_t maximumAnchors = 1000;

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
        takeScalar(mark, anchor, QJsonValue());
    }
    void OnAlias(const YAML::Mark &mark, YAML::anchor_t anchor) override
    {
        note(mark);
        value(m_anchored[anchor]);
    }
    void OnScalar(const YAML::Mark &mark, const std::string & /*tag*/, YAML::anchor_t anchor,
                  const std::string &text) override
    {
        const QString scalar = QString::fromStdString(text);
        if (anchor != 0 || !m_recordings.empty()) {
            takeScalar(mark, anchor, scalar);
            return;
        }
        note(mark);
        if (takesKey()) {
            check(m_records.key(scalar));
        } else {
            check(m_records.text(scalar, m_line));
            valueHasEnded();
        }
    }
    void OnSequenceStart(const YAML::Mark &mark, const std::string & /*tag*/, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value /*style*/) override
    {
        begin(mark, anchor, false);
    }
    void OnSequenceEnd() override { end(); }
    void OnMapStart(const YAML::Mark &mark, const std::string & /*tag*/, YAML::anchor_t anchor,
                    YAML::EmitterStyle::value /*style*/) override
    {
        begin(mark, anchor, true);
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
        ValueBuilder builder;
    };

    void note(const YAML::Mark &mark)
    {
        m_buffer.noteEvent();
        m_line = mark.line + 1;
    }

    void check(bool accepted) const
    {
        if (!accepted)
            throw Refused(m_records.reason());
    }

    void begin(const YAML::Mark &mark, YAML::anchor_t anchor, bool isMap)
    {
        note(mark);
        if (!m_levels.empty() && m_levels.back().expectsKey)
            throw Refused(QStringLiteral("a key is no plain text"));
        check(isMap ? m_records.beginObject(m_line) : m_records.beginArray(m_line));
        if (anchor != 0)
            record(anchor);
        for (Recording &recording : m_recordings)
            isMap ? recording.builder.beginObject() : recording.builder.beginArray();
        m_levels.push_back({isMap, isMap});
    }

    void end()
    {
        m_levels.pop_back();
        check(m_records.end());
        for (Recording &recording : m_recordings)
            recording.builder.end();
        if (!m_recordings.empty() && m_recordings.back().depth == m_levels.size()) {
            keep(m_recordings.back().anchor, m_recordings.back().builder.take());
            m_recordings.pop_back();
        }
        valueHasEnded();
    }

    void takeScalar(const YAML::Mark &mark, YAML::anchor_t anchor, const QJsonValue &scalar)
    {
        note(mark);
        if (anchor != 0)
            keep(anchor, scalar);
        value(scalar);
    }

    // For the aliases of anchor.
    void keep(YAML::anchor_t anchor, const QJsonValue &value)
    {
        m_anchored[anchor] = value;
        if (m_anchored.size() > maximumAnchors)
            throw Refused(QStringLiteral("it has more than %1 anchors").arg(maximumAnchors));
    }

    void value(const QJsonValue &value)
    {
        if (takesKey()) {
            check(m_records.key(value.toString()));
            for (Recording &recording : m_recordings)
                recording.builder.key(value.toString());
            return;
        }
        check(m_records.value(value, m_line));
        for (Recording &recording : m_recordings)
            recording.builder.value(value);
        valueHasEnded();
    }

    // Whether the scalar that is there is a key; then a value comes next.
    bool takesKey() { return !m_levels.empty() && std::exchange(m_levels.back().expectsKey, false); }

    void valueHasEnded()
    {
        if (!m_levels.empty())
            m_levels.back().expectsKey = m_levels.back().isMap;
    }

    void record(YAML::anchor_t anchor)
    {
        if (m_recordings.size() == 16)
            throw Refused(QStringLiteral("its anchors are nested too deeply"));
        m_recordings.push_back({anchor, m_levels.size(), {}});
    }

    RecordBuilder &m_records;
    DeviceBuffer &m_buffer;
    qint64 m_line = 1;
    int m_documentStart = -1;
    std::vector<Level> m_levels;
    std::vector<Recording> m_recordings;
    std::map<YAML::anchor_t, QJsonValue> m_anchored;
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

QJsonObject mergedRecord(QJsonObject record)
{
    const QString mergeKey = QStringLiteral("<<");
    const QJsonObject defaults = record.value(mergeKey).toObject();
    record.remove(mergeKey);
    for (auto member = defaults.begin(); member != defaults.end(); ++member) {
        if (!record.contains(member.key()))
            record.insert(member.key(), member.value());
    }
    return record;
}

} // namespace rollcall
