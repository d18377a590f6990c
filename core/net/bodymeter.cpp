// SPDX-License-Identifier: MIT
#include "core/net/bodymeter.h"

#include <algorithm>

namespace rollcall {

BodyMeter::BodyMeter(QByteArrayView contentType, QByteArrayView contentEncoding, qint64 maximumBytes)
    : m_maximumBytes(maximumBytes),
      m_decoder(BodyDecoder::forEncoding(contentEncoding)),
      m_title(contentType)
{
}

ErrorKind BodyMeter::feed(QByteArrayView transferred)
{
    m_wireBytes += transferred.size();
    if (!m_decoder)
        return ErrorKind::ContentDecoding;
    const auto status = m_decoder->feed(transferred, [this](QByteArrayView decoded) {
        m_bodyBytes += decoded.size();
        if (m_bodyBytes > m_maximumBytes)
            return false;
        m_hash.addData(decoded);
        m_title.feed(decoded);
        m_prefix.append(decoded.first(std::min(decoded.size(), m_keptBytes - m_prefix.size())));
        return true;
    });
    switch (status) {
    case BodyDecoder::Status::Ok:
        return ErrorKind::None;
    case BodyDecoder::Status::Stopped:
        m_bodyBytes = m_maximumBytes;
        return ErrorKind::BodyTooLarge;
    case BodyDecoder::Status::Damaged:
        return ErrorKind::ContentDecoding;
    }
    return ErrorKind::Internal;
}

ErrorKind BodyMeter::finish() const
{
    return !m_decoder || m_decoder->isComplete() ? ErrorKind::None : ErrorKind::ContentDecoding;
}

} // namespace rollcall
