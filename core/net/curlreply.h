// SPDX-License-Identifier: MIT
// The QNetworkReply of a request that libcurl carries.
#pragma once

#include "core/net/curltransfer.h"

#include <QNetworkReply>

#include <memory>

namespace rollcall {

/// Streams: with a read buffer size set, a sender that is faster than the reader is slowed down. abort() and
/// destruction end the transfer at once.
class CurlReply : public QNetworkReply, private CurlTransfer::Listener
{
    Q_OBJECT
public:
    /// Begins \a operation. \a outgoing is the request's body or null, and outlives the reply.
    CurlReply(std::shared_ptr<CurlMulti> multi, QNetworkAccessManager::Operation operation,
              const QNetworkRequest &request, const CurlRequest &curlRequest, QIODevice *outgoing,
              QObject *parent);
    ~CurlReply() override;

    void abort() override;
    void close() override;
    bool isSequential() const override { return true; }
    qint64 bytesAvailable() const override;
    void setReadBufferSize(qint64 bytes) override;

protected:
    qint64 readData(char *data, qint64 maximumBytes) override;

private:
    void transferChanged() override;
    void showConnection();
    void showHead();
    void showProgress();
    void finish();

    CurlTransfer m_transfer;
    bool m_hasShownConnection = false;
    bool m_hasShownHead = false;
    qint64 m_shownSentBytes = 0;
    qint64 m_shownReceivedBytes = 0;
    qint64 m_readBytes = 0;
    qint64 m_announcedBytes = -1;
    qint64 m_bodyBytes;
};

} // namespace rollcall
