// SPDX-License-Identifier: MIT
#include "core/net/curlexchange.h"

#include <algorithm>
#include <utility>

namespace rollcall {

CurlExchange::CurlExchange(std::shared_ptr<CurlMulti> multi) : m_transfer(std::move(multi), *this) {}

CurlExchange::~CurlExchange() = default;

void CurlExchange::start(CurlRequest request, std::optional<QByteArray> body)
{
    if (body) {
        m_body = std::make_unique<QBuffer>();
        m_body->setData(*std::move(body));
        m_body->open(QIODevice::ReadOnly);
        request.body = m_body.get();
        request.bodyBytes = m_body->size();
    }
    m_transfer.setBufferLimit(readBufferBytes);
    m_transfer.start(request);
}

QByteArray CurlExchange::header(QByteArrayView name) const
{
    const auto field = std::find_if(m_headers.begin(), m_headers.end(), [name](const HeaderField &one) {
        return one.first.compare(name, Qt::CaseInsensitive) == 0;
    });
    return field == m_headers.end() ? QByteArray() : field->second;
}

void CurlExchange::transferChanged()
{
    if (!m_hasHead && m_transfer.head().isComplete()) {
        m_hasHead = true;
        m_headers = m_transfer.head().joinedFields();
    }
    m_isFinished = m_transfer.isDone();
    happened();
}

} // namespace rollcall
