// SPDX-License-Identifier: MIT
// One request and its answer on libcurl, between its callbacks and the reply that shows it.
#pragma once

#include "core/net/curlmulti.h"
#include "core/net/replyfacts.h"
#include "core/net/responsehead.h"
#include "core/net/tlspeer.h"
#include "core/net/transportoptions.h"

#include <QByteArray>
#include <QHostAddress>
#include <QList>
#include <QUrl>

#include <array>
#include <chrono>
#include <memory>
#include <optional>

QT_BEGIN_NAMESPACE
class QIODevice;
QT_END_NAMESPACE

namespace rollcall {

struct UrlParts;

/// What is to be sent, and how.
struct CurlRequest {
    CurlRequest() = default;

    QByteArray url; ///< in ASCII, without fragment; canonical, if the engine is to call what others would
    QByteArray verb;
    bool hasAnswerBody = true; ///< not with HEAD
    bool isRepeatable = true;  ///< may be sent once more when a kept connection turns out to be dead
    QList<QByteArray> headerLines;
    QIODevice *body = nullptr; ///< open, at its first byte; outlives the transfer
    qint64 bodyBytes = -1;     ///< -1: unknown, sent in chunks

    QList<QHostAddress> addresses; ///< of the host; none: libcurl looks it up
    std::chrono::milliseconds connectTimeout;
    bool keepConnection = true;
    bool allowHttp2 = true;
    bool verifyTls = true;
    QByteArray caFile; ///< empty: the system's
    QByteArray clientCertificateFile;
    QByteArray clientKeyFile;
    IpVersion ipVersion = IpVersion::Any; ///< when libcurl looks the host up
    QUrl proxy;                           ///< invalid: a direct connection
};

/// Holds what has come and nobody has read yet. Without signals: proceed() of the client follows each change.
class CurlTransfer : private CurlClient
{
public:
    /// Hears that something has changed; see CurlClient::proceed().
    class Listener
    {
    public:
        virtual void transferChanged() = 0;

    protected:
        ~Listener() = default;
    };

    CurlTransfer(std::shared_ptr<CurlMulti> multi, Listener &listener);
    /// Ends the transfer.
    ~CurlTransfer();

    void start(const CurlRequest &request);
    /// Ends the transfer; what was received stays.
    void stop();
    /// The request's body has more to send, after it had none for a while.
    void sendMore();

    /// How much is kept at most of what nobody has read; 0: any amount.
    void setBufferLimit(qint64 bytes);
    qint64 bufferedBytes() const { return m_received.size() - m_readBytes; }
    qint64 read(char *data, qint64 maximumBytes);

    bool isConnected() const { return m_isConnected; }
    bool isEncrypted() const { return m_isConnected && m_tlsPeer; }
    bool isDone() const { return m_isDone; }
    const ResponseHead &head() const { return m_head; }
    qint64 sentBytes() const { return m_sentBytes; }
    /// Why it failed, once it is done.
    ErrorKind error() const { return m_facts.error; }
    /// What is known by now.
    ReplyFacts facts() const;

private:
    static size_t headerCallback(char *data, size_t, size_t bytes, void *self);
    static size_t writeCallback(char *data, size_t, size_t bytes, void *self);
    static size_t readCallback(char *data, size_t size, size_t count, void *self);
    static int seekCallback(void *self, curl_off_t offset, int origin);
#ifdef Q_OS_UNIX
    static curl_socket_t openSocketCallback(void *self, curlsocktype, curl_sockaddr *address);
#endif
    static int connectedCallback(void *self, char *remoteIp, char *, int, int);
    static CURLcode tlsContextCallback(CURL *, void *context, void *self);

    void setUp(const CurlRequest &request);
    void setUpBody(const CurlRequest &request);
    void setUpTls(const CurlRequest &request, const UrlParts &url);
    void setUpRoute(const CurlRequest &request, const UrlParts &url);
    void setUpProxy(const CurlRequest &request);
    void transferEnded(CURLcode code) override;
    void proceed() override;
    void touch();
    void fail(ErrorKind kind, QString detail);
    void takeTimes();
    void noteBegin();
    async::Clock::time_point arrival() const;
    void releaseHandle();
    void resumeIfPaused();

    std::shared_ptr<CurlMulti> m_multi;
    Listener &m_listener;
    std::unique_ptr<CurlHandle> m_handle; // none before start() and after the end
    std::array<char, CURL_ERROR_SIZE> m_errorText = {};
    int m_openSocketError = 0; ///< errno, where a socket could not be opened
    bool m_isTouched = false;

    QIODevice *m_body = nullptr;
    qint64 m_bodyStart = 0;
    qint64 m_sentBytes = 0;
    QByteArray m_tlsHost;
    bool m_verifyTls = true;
    bool m_looksUpHost = false;
    bool m_isProxied = false;
    bool m_proxyTlsIsNext = false; // the next TLS context is that of an https proxy

    ResponseHead m_head;
    QByteArray m_received;
    qint64 m_readBytes = 0; // of m_received
    qint64 m_bufferLimit = 0;
    bool m_isPaused = false;
    bool m_isConnected = false;
    bool m_isDone = false;
    async::Clock::time_point m_requestSent; // no answer is older
    std::shared_ptr<TlsPeer> m_tlsPeer;
    ReplyFacts m_facts;
};

} // namespace rollcall
