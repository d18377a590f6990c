// SPDX-License-Identifier: MIT
#include "core/net/bodydecoder.h"

#include <QList>

#ifdef ROLLCALL_WITH_ZLIB
#include <array>
#include <zlib.h>
#endif

namespace rollcall {

namespace {

class IdentityDecoder : public BodyDecoder
{
public:
    Status feed(QByteArrayView encoded, const Sink &sink) override
    {
        return sink(encoded) ? Status::Ok : Status::Stopped;
    }
    bool isComplete() const override { return true; }
};

#ifdef ROLLCALL_WITH_ZLIB

/// gzip (RFC 1952, several members allowed) and deflate (RFC 1950; many servers send it without its wrapper).
class ZlibDecoder : public BodyDecoder
{
public:
    enum class Format { Gzip, Deflate };

    explicit ZlibDecoder(Format format) : m_format(format) {}
    ~ZlibDecoder() override
    {
        if (m_isOpen)
            inflateEnd(&m_stream);
    }

    Status feed(QByteArrayView encoded, const Sink &sink) override
    {
        if (encoded.isEmpty())
            return Status::Ok;
        if (!m_isOpen && !open(encoded.front()))
            return Status::Damaged;
        // zlib does not write to its input; its interface predates const.
        m_stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(encoded.data()));
        m_stream.avail_in = uInt(encoded.size());
        while (m_stream.avail_in > 0 || m_outputWasFull) {
            if (m_isAtEnd && !beginNextMember())
                return Status::Damaged;
            const Status status = inflateSome(sink);
            if (status != Status::Ok)
                return status;
        }
        return Status::Ok;
    }

    bool isComplete() const override { return m_isAtEnd || !m_isOpen; }

private:
    bool open(char firstByte)
    {
        constexpr int gzipWindow = 15 + 16;
        constexpr int zlibWindow = 15;
        constexpr int rawWindow = -15;
        constexpr int deflateMethod = 8;
        int window = gzipWindow;
        if (m_format == Format::Deflate)
            window = (firstByte & 0x0f) == deflateMethod ? zlibWindow : rawWindow;
        m_isOpen = inflateInit2(&m_stream, window) == Z_OK;
        return m_isOpen;
    }

    bool beginNextMember()
    {
        m_isAtEnd = false;
        return m_format == Format::Gzip && inflateReset(&m_stream) == Z_OK;
    }

    Status inflateSome(const Sink &sink)
    {
        std::array<char, 32 * 1024> output;
        m_stream.next_out = reinterpret_cast<Bytef *>(output.data());
        m_stream.avail_out = output.size();
        const int code = inflate(&m_stream, Z_NO_FLUSH);
        m_outputWasFull = m_stream.avail_out == 0;
        if (code == Z_BUF_ERROR)
            m_outputWasFull = false; // no progress without more input
        else if (code == Z_STREAM_END)
            m_isAtEnd = true;
        if (m_isAtEnd)
            m_outputWasFull = false;
        const auto decoded = qsizetype(output.size() - m_stream.avail_out);
        if (decoded > 0 && !sink(QByteArrayView(output.data(), decoded)))
            return Status::Stopped;
        const bool isSound = code == Z_OK || code == Z_BUF_ERROR || code == Z_STREAM_END;
        return isSound ? Status::Ok : Status::Damaged;
    }

    Format m_format;
    z_stream m_stream = {};
    bool m_isOpen = false;
    bool m_isAtEnd = false;
    bool m_outputWasFull = false;
};

#endif

/// Undoes one coding and hands the rest to the decoder of the codings that were applied before it.
class ChainDecoder : public BodyDecoder
{
public:
    ChainDecoder(std::unique_ptr<BodyDecoder> last, std::unique_ptr<BodyDecoder> earlier)
        : m_last(std::move(last)),
          m_earlier(std::move(earlier))
    {
    }

    Status feed(QByteArrayView encoded, const Sink &sink) override
    {
        Status earlier = Status::Ok;
        const Status last = m_last->feed(encoded, [this, &sink, &earlier](QByteArrayView halfDecoded) {
            earlier = m_earlier->feed(halfDecoded, sink);
            return earlier == Status::Ok;
        });
        return last == Status::Stopped ? earlier : last;
    }
    bool isComplete() const override { return m_last->isComplete() && m_earlier->isComplete(); }

private:
    std::unique_ptr<BodyDecoder> m_last;
    std::unique_ptr<BodyDecoder> m_earlier;
};

std::unique_ptr<BodyDecoder> decoderOf(const QByteArray &coding)
{
    const QByteArray name = coding.trimmed().toLower();
    if (name.isEmpty() || name == "identity")
        return std::make_unique<IdentityDecoder>();
#ifdef ROLLCALL_WITH_ZLIB
    if (name == "gzip" || name == "x-gzip")
        return std::make_unique<ZlibDecoder>(ZlibDecoder::Format::Gzip);
    if (name == "deflate")
        return std::make_unique<ZlibDecoder>(ZlibDecoder::Format::Deflate);
#endif
    return nullptr;
}

} // namespace

std::unique_ptr<BodyDecoder> BodyDecoder::forEncoding(QByteArrayView contentEncoding)
{
    constexpr qsizetype mostCodings = 5; // nobody means more, and each costs memory
    const QList<QByteArray> codings = contentEncoding.toByteArray().split(',');
    if (codings.size() > mostCodings)
        return nullptr;
    std::unique_ptr<BodyDecoder> chain;
    for (const QByteArray &coding : codings) { // in the order in which they were applied
        std::unique_ptr<BodyDecoder> decoder = decoderOf(coding);
        if (!decoder)
            return nullptr;
        chain =
            chain ? std::make_unique<ChainDecoder>(std::move(decoder), std::move(chain)) : std::move(decoder);
    }
    return chain;
}

QByteArray BodyDecoder::acceptEncoding()
{
#ifdef ROLLCALL_WITH_ZLIB
    return QByteArrayLiteral("gzip, deflate");
#else
    return QByteArrayLiteral("identity");
#endif
}

} // namespace rollcall
