// SPDX-License-Identifier: MIT
#include "core/lists/textdecoder.h"

#include <QStringDecoder>
#include <QtEndian>

#include <algorithm>
#include <array>

namespace rollcall {

namespace {

constexpr qsizetype headSize = 8 * 1024; // what the kind of file is told by
constexpr qsizetype windowSize =
    4 * 1024; // what an 8-bit encoding is told by, from its first byte above ASCII

constexpr bool isHigh(char byte)
{
    return static_cast<uchar>(byte) >= 0x80;
}

// ---- UTF-8 --------------------------------------------------------------------------------------------

enum class Utf8 { Valid, Invalid, Incomplete };

struct Utf8Sequence {
    Utf8 state = Utf8::Invalid;
    qsizetype length = 1;
};

constexpr qsizetype utf8Length(uchar lead)
{
    if (lead < 0x80)
        return 1;
    if (lead >= 0xc2 && lead <= 0xdf)
        return 2;
    if (lead >= 0xe0 && lead <= 0xef)
        return 3;
    return lead >= 0xf0 && lead <= 0xf4 ? 4 : 0;
}

// Whether second may follow lead: neither too long a form, nor a surrogate, nor beyond U+10FFFF (RFC 3629).
constexpr bool mayFollow(uchar lead, uchar second)
{
    const uchar low = lead == 0xe0 ? 0xa0 : lead == 0xf0 ? 0x90 : 0x80;
    const uchar high = lead == 0xed ? 0x9f : lead == 0xf4 ? 0x8f : 0xbf;
    return second >= low && second <= high;
}

// The sequence at the start of bytes, which are not empty.
Utf8Sequence utf8Sequence(QByteArrayView bytes)
{
    const auto at = [bytes](qsizetype i) { return static_cast<uchar>(bytes[i]); };
    const qsizetype length = utf8Length(at(0));
    if (length == 0)
        return {};
    for (qsizetype i = 1; i < length; ++i) {
        if (i == bytes.size())
            return {Utf8::Incomplete, i};
        if (i == 1 ? !mayFollow(at(0), at(1)) : (at(i) & 0xc0) != 0x80)
            return {};
    }
    return {Utf8::Valid, length};
}

// How many bytes at the end belong to a character that is not complete yet.
qsizetype incompleteUtf8Tail(QByteArrayView bytes)
{
    for (qsizetype length = 1; length <= std::min<qsizetype>(3, bytes.size()); ++length) {
        if (utf8Sequence(bytes.last(length)).state == Utf8::Incomplete)
            return length;
    }
    return 0;
}

// Whether bytes are UTF-8 in the main. A few damaged spots do not make it another encoding: the lines that
// they are in are reported one by one.
bool looksLikeUtf8(QByteArrayView bytes, bool complete)
{
    qsizetype valid = 0;
    qsizetype invalid = 0;
    while (!bytes.isEmpty()) {
        const Utf8Sequence sequence = utf8Sequence(bytes);
        if (sequence.state == Utf8::Valid)
            valid += sequence.length > 1 ? 1 : 0;
        else if (sequence.state == Utf8::Invalid || complete)
            ++invalid;
        bytes = bytes.sliced(sequence.length);
    }
    return valid > invalid || invalid == 0;
}

void appendUtf8(QString &text, QByteArrayView bytes)
{
    QStringDecoder decoder(QStringDecoder::Utf8,
                           QStringDecoder::Flag::Stateless | QStringDecoder::Flag::ConvertInitialBom);
    const qsizetype before = text.size();
    text.resize(before + decoder.requiredSpace(bytes.size()));
    const QChar *end = decoder.appendToBuffer(text.data() + before, bytes);
    text.truncate(end - text.constData());
}

// ---- Windows-1252 -------------------------------------------------------------------------------------

// The bytes 0x80 to 0x9f, where Windows-1252 differs from Latin-1; five of them mean nothing.
constexpr std::array<char16_t, 32> windows1252Controls = {
    0x20ac, 0xfffd, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160,
    0x2039, 0x0152, 0xfffd, 0x017d, 0xfffd, 0xfffd, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022,
    0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0xfffd, 0x017e, 0x0178};

constexpr char16_t fromWindows1252(char byte)
{
    const uchar code = static_cast<uchar>(byte);
    return code >= 0x80 && code < 0xa0 ? windows1252Controls[code - 0x80U] : code;
}

// Western European text has its special characters one or two at a time among ASCII letters. In the 8-bit
// encodings of other scripts, and in the double-byte ones, they come in long runs.
bool looksLikeWindows1252(QByteArrayView bytes)
{
    constexpr qsizetype longestRun = 3;
    qsizetype run = 0;
    for (const char byte : bytes) {
        run = isHigh(byte) ? run + 1 : 0;
        if (run > longestRun || fromWindows1252(byte) == QChar::ReplacementCharacter)
            return false;
    }
    return true;
}

// ---- UTF-16 and UTF-32 --------------------------------------------------------------------------------

template <typename Unit, Unit FromBytes(const void *)>
void appendUnits(QString &text, QByteArrayView bytes)
{
    constexpr qsizetype size = sizeof(Unit);
    for (qsizetype i = 0; i + size <= bytes.size(); i += size) {
        const Unit unit = FromBytes(bytes.data() + i);
        if constexpr (size == 2)
            text += QChar(unit);
        else if (unit > QChar::LastValidCodePoint || QChar::isSurrogate(unit))
            text += QChar(QChar::ReplacementCharacter);
        else
            text += QChar::fromUcs4(unit);
    }
    if (bytes.size() % size != 0)
        text += QChar(QChar::ReplacementCharacter);
}

qsizetype unitSize(TextEncoding encoding)
{
    switch (encoding) {
    case TextEncoding::Unknown:
    case TextEncoding::Ascii:
    case TextEncoding::Utf8:
    case TextEncoding::Windows1252:
        return 1;
    case TextEncoding::Utf16Le:
    case TextEncoding::Utf16Be:
        return 2;
    case TextEncoding::Utf32Le:
    case TextEncoding::Utf32Be:
        return 4;
    }
    Q_UNREACHABLE();
}

// ---- Any encoding -------------------------------------------------------------------------------------

void appendDecoded(QString &text, TextEncoding encoding, QByteArrayView bytes)
{
    switch (encoding) {
    case TextEncoding::Unknown:
    case TextEncoding::Ascii:
        text += QLatin1StringView(bytes.data(), bytes.size());
        return;
    case TextEncoding::Utf8:
        return appendUtf8(text, bytes);
    case TextEncoding::Windows1252:
        for (const char byte : bytes)
            text += QChar(fromWindows1252(byte));
        return;
    case TextEncoding::Utf16Le:
        return appendUnits<char16_t, qFromLittleEndian<char16_t>>(text, bytes);
    case TextEncoding::Utf16Be:
        return appendUnits<char16_t, qFromBigEndian<char16_t>>(text, bytes);
    case TextEncoding::Utf32Le:
        return appendUnits<char32_t, qFromLittleEndian<char32_t>>(text, bytes);
    case TextEncoding::Utf32Be:
        return appendUnits<char32_t, qFromBigEndian<char32_t>>(text, bytes);
    }
}

struct ByteOrderMark {
    QByteArrayView bytes;
    TextEncoding encoding = TextEncoding::Ascii;
};

ByteOrderMark byteOrderMark(QByteArrayView head)
{
    static const std::array<ByteOrderMark, 5> marks = {{
        {QByteArrayView("\xef\xbb\xbf", 3), TextEncoding::Utf8},
        {QByteArrayView("\xff\xfe\0\0", 4), TextEncoding::Utf32Le}, // before the mark that it begins with
        {QByteArrayView("\0\0\xfe\xff", 4), TextEncoding::Utf32Be},
        {QByteArrayView("\xff\xfe", 2), TextEncoding::Utf16Le},
        {QByteArrayView("\xfe\xff", 2), TextEncoding::Utf16Be},
    }};
    const auto *mark = std::find_if(marks.begin(), marks.end(), [head](const ByteOrderMark &candidate) {
        return head.startsWith(candidate.bytes);
    });
    return mark == marks.end() ? ByteOrderMark() : *mark;
}

// UTF-16 without a mark has a NUL in every second place, or in many of them: a list of URLs is mostly ASCII.
TextEncoding encodingByNuls(QByteArrayView head)
{
    const qsizetype pairs = head.size() / 2;
    std::array<qsizetype, 2> nuls = {0, 0}; // in the first and in the second bytes of the pairs
    for (qsizetype i = 0; i < pairs * 2; ++i)
        nuls[static_cast<std::size_t>(i % 2)] += head[i] == '\0' ? 1 : 0;
    const auto dominate = [pairs](qsizetype many, qsizetype few) {
        return many * 4 > pairs && many > few * 8;
    };
    if (dominate(nuls[1], nuls[0]))
        return TextEncoding::Utf16Le;
    return dominate(nuls[0], nuls[1]) ? TextEncoding::Utf16Be : TextEncoding::Ascii;
}

// ---- Text or not --------------------------------------------------------------------------------------

std::optional<TextProblem> binaryProblem(QStringView head)
{
    constexpr qsizetype tolerated = 8; // a few are a matter of their lines
    constexpr QStringView usual = u"\t\n\v\f\r\x1a\x1b";
    qsizetype controls = 0;
    for (const QChar c : head) {
        if (c.isNull())
            return TextProblem::NulBytes;
        controls += c < u' ' && !usual.contains(c) ? 1 : 0;
    }
    if (controls > tolerated && controls > head.size() / 32)
        return TextProblem::ControlCharacters;
    return std::nullopt;
}

} // namespace

std::optional<TextProblem> TextDecoder::decode(const QByteArray &bytes, QString &text)
{
    m_pending += bytes;
    return advance(text, false);
}

std::optional<TextProblem> TextDecoder::finish(QString &text)
{
    return advance(text, true);
}

std::optional<TextProblem> TextDecoder::advance(QString &text, bool last)
{
    if (m_encoding == TextEncoding::Unknown) {
        if (m_pending.size() < headSize && !last)
            return std::nullopt;
        if (const auto problem = examineHead())
            return problem;
    }
    if (m_encoding == TextEncoding::Ascii) {
        appendAscii(text);
        if (m_pending.isEmpty() || (m_pending.size() < windowSize && !last))
            return std::nullopt;
        if (const auto problem = leaveAscii())
            return problem;
    }
    appendWhole(text, last);
    return std::nullopt;
}

// Finds out what kind of text it is from the first bytes, and takes away the byte order mark.
std::optional<TextProblem> TextDecoder::examineHead()
{
    const QByteArrayView head = QByteArrayView(m_pending).first(std::min(headSize, m_pending.size()));
    const ByteOrderMark mark = byteOrderMark(head);
    m_encoding = mark.bytes.isEmpty() ? encodingByNuls(head) : mark.encoding;
    QString text;
    appendDecoded(text, m_encoding, head.sliced(mark.bytes.size()));
    m_pending.remove(0, mark.bytes.size());
    return binaryProblem(text);
}

// ASCII is the same in every 8-bit encoding, so which one it is can wait for the first byte that is none.
void TextDecoder::appendAscii(QString &text)
{
    const qsizetype length = std::find_if(m_pending.cbegin(), m_pending.cend(), isHigh) - m_pending.cbegin();
    appendDecoded(text, TextEncoding::Ascii, QByteArrayView(m_pending).first(length));
    m_pending.remove(0, length);
}

// Tells UTF-8 from Windows-1252 by what follows the first byte that is not ASCII.
std::optional<TextProblem> TextDecoder::leaveAscii()
{
    const bool complete = m_pending.size() < windowSize;
    const QByteArrayView window = QByteArrayView(m_pending).first(std::min(windowSize, m_pending.size()));
    if (looksLikeUtf8(window, complete))
        m_encoding = TextEncoding::Utf8;
    else if (looksLikeWindows1252(window))
        m_encoding = TextEncoding::Windows1252;
    else
        return TextProblem::UnknownEncoding;
    return std::nullopt;
}

// Decodes the characters that are there as a whole; at the end also what is left of a broken one.
void TextDecoder::appendWhole(QString &text, bool last)
{
    qsizetype tail = 0;
    if (!last)
        tail = m_encoding == TextEncoding::Utf8 ? incompleteUtf8Tail(m_pending)
                                                : m_pending.size() % unitSize(m_encoding);
    const qsizetype length = m_pending.size() - tail;
    appendDecoded(text, m_encoding, QByteArrayView(m_pending).first(length));
    m_pending.remove(0, length);
}

} // namespace rollcall
