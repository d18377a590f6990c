// SPDX-License-Identifier: MIT
#include "tests/support/testauthority.h"

#include <QDateTime>
#include <QFile>
#include <QHostAddress>
#include <QProcess>
#include <QSslKey>

namespace rollcall::test {

namespace {

constexpr int toolTimeoutMilliseconds = 30'000;

constexpr char configuration[] = R"(
[ca]
default_ca = authority
[authority]
database = index.txt
new_certs_dir = .
rand_serial = yes
unique_subject = no
default_md = sha256
policy = policy
[policy]
commonName = supplied
[req]
distinguished_name = name
prompt = no
[name]
[root]
basicConstraints = critical,CA:true
keyUsage = critical,keyCertSign,cRLSign
subjectKeyIdentifier = hash
)";

// The form of dates in `openssl ca`.
QString toolTime(const QDateTime &time)
{
    return time.toUTC().toString(QStringLiteral("yyyyMMddHHmmss'Z'"));
}

QString subjectAltName(const QStringList &names)
{
    QStringList entries;
    for (const QString &name : names)
        entries.append((QHostAddress(name).isNull() ? QStringLiteral("DNS:") : QStringLiteral("IP:")) + name);
    return entries.join(u',');
}

QString validity(CertificateFlaw flaw)
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    QDateTime from = now.addDays(-30);
    QDateTime to = now.addDays(365);
    if (flaw == CertificateFlaw::Expired)
        to = now.addDays(-1);
    if (flaw == CertificateFlaw::NotYetValid)
        from = now.addDays(1);
    return QStringLiteral("-startdate %1 -enddate %2").arg(toolTime(from), toolTime(to));
}

QString signCommand(const QString &name, CertificateFlaw flaw)
{
    const QString issuer = flaw == CertificateFlaw::SelfSigned
                               ? QStringLiteral("-selfsign -keyfile %1.key").arg(name)
                               : QStringLiteral("-cert ca.pem -keyfile ca.key");
    const QString digest =
        flaw == CertificateFlaw::WeakSignature ? QStringLiteral("sha1") : QStringLiteral("sha256");
    return QStringLiteral(
               "ca -batch -notext -config ca.conf -in %1.csr -out %1.pem -extfile %1.ext -md %2 %3 %4")
        .arg(name, digest, issuer, validity(flaw));
}

} // namespace

QSslConfiguration ServerCertificate::configuration() const
{
    QFile file(keyFile);
    const bool opened = file.open(QIODevice::ReadOnly);
    const QList<QSslCertificate> chain = QSslCertificate::fromPath(certificateFile);
    QSslConfiguration result = QSslConfiguration::defaultConfiguration();
    result.setPeerVerifyMode(QSslSocket::VerifyNone);
    if (opened && !chain.isEmpty()) {
        const QSsl::KeyAlgorithm algorithm = chain.first().publicKey().algorithm();
        result.setLocalCertificateChain(chain);
        result.setPrivateKey(QSslKey(&file, algorithm));
    }
    return result;
}

TestAuthority::TestAuthority() = default;

QString TestAuthority::caFile()
{
    return prepare() ? path(QStringLiteral("ca.pem")) : QString();
}

QSslCertificate TestAuthority::caCertificate()
{
    return QSslCertificate::fromPath(caFile()).value(0);
}

ServerCertificate TestAuthority::issue(const CertificateRequest &request)
{
    if (!prepare())
        return {};
    const QString name = QStringLiteral("server%1").arg(++m_issued);
    const QByteArray extensions =
        "basicConstraints=CA:false\nsubjectAltName=" + subjectAltName(request.names).toUtf8() +
        "\nextendedKeyUsage=serverAuth,clientAuth\nsubjectKeyIdentifier=hash\n";
    const QString ask = QStringLiteral("req -new -config ca.conf -key %1.key -out %1.csr -subj").arg(name);
    if (!makeKey(name + QStringLiteral(".key"), request.flaw) ||
        !write(name + QStringLiteral(".ext"), extensions) ||
        !openssl(ask.split(u' ') << QStringLiteral("/CN=") + request.commonName) ||
        !openssl(signCommand(name, request.flaw).split(u' ')))
        return {};
    ServerCertificate result;
    result.certificateFile = path(name + QStringLiteral(".pem"));
    result.keyFile = path(name + QStringLiteral(".key"));
    return result;
}

bool TestAuthority::prepare()
{
    if (m_prepared)
        return true;
    const QString makeRoot = QStringLiteral(
        "req -x509 -new -config ca.conf -extensions root -key ca.key -out ca.pem -days 3650 -subj");
    m_prepared = write(QStringLiteral("ca.conf"), configuration) && write(QStringLiteral("index.txt"), {}) &&
                 makeKey(QStringLiteral("ca.key"), CertificateFlaw::None) &&
                 openssl(makeRoot.split(u' ') << QStringLiteral("/CN=Rollcall test authority"));
    return m_prepared;
}

bool TestAuthority::openssl(const QStringList &arguments)
{
    QProcess tool;
    tool.setWorkingDirectory(m_folder.path());
    tool.setProcessChannelMode(QProcess::MergedChannels);
    tool.start(QStringLiteral("openssl"), arguments, QIODevice::ReadOnly);
    const bool finished = tool.waitForFinished(toolTimeoutMilliseconds);
    if (finished && tool.exitStatus() == QProcess::NormalExit && tool.exitCode() == 0)
        return true;
    m_error = QStringLiteral("openssl %1: %2 %3")
                  .arg(arguments.value(0), tool.errorString(), QString::fromLocal8Bit(tool.readAll()));
    return false;
}

bool TestAuthority::makeKey(const QString &file, CertificateFlaw flaw)
{
    const QString algorithm = flaw == CertificateFlaw::WeakKey
                                  ? QStringLiteral("RSA -pkeyopt rsa_keygen_bits:1024")
                                  : QStringLiteral("EC -pkeyopt ec_paramgen_curve:prime256v1");
    return openssl(QStringLiteral("genpkey -out %1 -algorithm %2").arg(file, algorithm).split(u' '));
}

bool TestAuthority::write(const QString &name, const QByteArray &content)
{
    QFile file(path(name));
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
}

} // namespace rollcall::test
