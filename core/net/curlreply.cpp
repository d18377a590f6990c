// SPDX-License-Identifier: MIT
#include "core/net/curlreply.h"

#include "core/net/networkerrors.h"

#include <QPointer>

namespace rollcall {

CurlReply::CurlReply(std::shared_ptr<CurlMulti> multi, QNetworkAccessManager::Operation operation,
                     const QNetworkRequest &request, const CurlRequest &curlRequest, QIODevice *outgoing,
                     QObject *parent)
    : QNetworkReply(parent),
      m_transfer(std::move(multi), *this),
      m_bodyBytes(curlRequest.bodyBytes)
{
    setRequest(request);
    setOperation(operation);
    setUrl(request.url());
    setAttribute(QNetworkRequest::ConnectionEncryptedAttribute,
                 request.url().scheme() == QLatin1String("https"));
    open(QIODevice::ReadOnly | QIODevice::Unbuffered); // the transfer has a buffer already
    if (outgoing)
        connect(outgoing, &QIODevice::readyRead, this, [this] { m_transfer.sendMore(); });
    m_transfer.start(curlRequest);
}

CurlReply::~CurlReply() = default;

void CurlReply::abort()
{
    if (isFinished())
        return;
    m_transfer.stop();
    setError(OperationCanceledError, tr("Operation canceled"));
    const QPointer<CurlReply> self(this);
    Q_EMIT errorOccurred(OperationCanceledError);
    if (self)
        finish();
}

void CurlReply::close()
{
    m_transfer.stop();
    QNetworkReply::close();
}

qint64 CurlReply::bytesAvailable() const
{
    return QNetworkReply::bytesAvailable() + m_transfer.bufferedBytes();
}

void CurlReply::setReadBufferSize(qint64 bytes)
{
    QNetworkReply::setReadBufferSize(bytes);
    m_transfer.setBufferLimit(bytes);
}

qint64 CurlReply::readData(char *data, qint64 maximumBytes)
{
    const qint64 count = m_transfer.read(data, maximumBytes);
    m_readBytes += count;
    return count == 0 && isFinished() ? -1 : count;
}

void CurlReply::transferChanged()
{
    const QPointer<CurlReply> self(this); // any slot may delete it, or abort it
    const auto goesOn = [&self] { return self && !self->isFinished(); };
    if (m_transfer.isConnected() && !m_hasShownConnection)
        showConnection();
    if (goesOn() && m_transfer.head().isComplete() && !m_hasShownHead)
        showHead();
    if (goesOn())
        showProgress();
    if (!goesOn() || !m_transfer.isDone())
        return;
    const ReplyFacts facts = m_transfer.facts();
    setAttribute(replyFactsAttribute, QVariant::fromValue(facts));
    const NetworkError error = networkErrorOf(m_transfer.error(), m_transfer.head().status());
    if (error != NoError) {
        setError(error, facts.errorDetail.isEmpty() ? QString::fromLatin1(errorKindInfo(facts.error).title)
                                                    : facts.errorDetail);
        Q_EMIT errorOccurred(error);
    }
    if (goesOn())
        finish();
}

void CurlReply::showConnection()
{
    m_hasShownConnection = true;
    const QPointer<CurlReply> self(this);
    if (m_transfer.isEncrypted())
        Q_EMIT encrypted();
    if (self)
        Q_EMIT requestSent();
}

void CurlReply::showHead()
{
    m_hasShownHead = true;
    const ResponseHead &head = m_transfer.head();
    setAttribute(QNetworkRequest::HttpStatusCodeAttribute, head.status());
    setAttribute(QNetworkRequest::HttpReasonPhraseAttribute, QString::fromLatin1(head.reason()));
    setAttribute(QNetworkRequest::Http2WasUsedAttribute, head.httpVersion() == "2");
    setAttribute(replyFactsAttribute, QVariant::fromValue(m_transfer.facts()));
    for (const auto &[name, value] : head.joinedFields())
        setRawHeader(name, value);
    m_announcedBytes = contentLengthFromField(rawHeader("Content-Length")).value_or(-1);
    const QByteArray location = rawHeader("Location");
    const bool isRedirect = head.status() >= 300 && head.status() < 400 && !location.isEmpty();
    if (isRedirect)
        setAttribute(QNetworkRequest::RedirectionTargetAttribute, QUrl::fromEncoded(location));
    Q_EMIT metaDataChanged();
}

void CurlReply::showProgress()
{
    const QPointer<CurlReply> self(this);
    const auto goesOn = [&self] { return self && !self->isFinished(); };
    if (m_transfer.sentBytes() != m_shownSentBytes) {
        m_shownSentBytes = m_transfer.sentBytes();
        Q_EMIT uploadProgress(m_shownSentBytes, m_bodyBytes);
    }
    if (!goesOn())
        return;
    const qint64 received = m_readBytes + m_transfer.bufferedBytes();
    if (received == m_shownReceivedBytes)
        return;
    m_shownReceivedBytes = received;
    Q_EMIT downloadProgress(received, m_announcedBytes);
    if (goesOn())
        Q_EMIT readyRead();
}

void CurlReply::finish()
{
    setFinished(true);
    Q_EMIT finished();
}

} // namespace rollcall
