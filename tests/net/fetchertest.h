// SPDX-License-Identifier: MIT
// The ground of the contract tests: what Fetcher promises is asked of each engine.
#pragma once

#include "core/net/accessmanagers.h"
#include "core/net/fetcher.h"
#include "core/net/hostresolver.h"
#include "tests/support/faultserver.h"

#include <QObject>
#include <QTest>

#include <memory>

namespace rollcall::test {

/// Runs each test function of a derived class once for each engine that this build has, with a fault server,
/// an access manager and a resolver of its own.
class FetcherTest : public QObject
{
    Q_OBJECT
protected:
    static EngineKind engine();

    /// A GET of \a path on server(), with deadlines that no machine is too slow for.
    FetchRequest request(const QByteArray &path) const;
    FetchResult fetch(const FetchRequest &request);
    FetchResult fetch(const QByteArray &path) { return fetch(request(path)); }

    FaultServer &server() const { return *m_server; }
    AccessManagers &managers() const { return *m_managers; }
    HostResolver &resolver() const { return *m_resolver; }
    /// Replaces managers() and resolver() by ones with these options, on the engine under test.
    void useOptions(TransportOptions options);

private Q_SLOTS:
    void initTestCase_data();
    void init();
    void cleanup();

private:
    std::unique_ptr<FaultServer> m_server;
    std::unique_ptr<AccessManagers> m_managers;
    std::unique_ptr<HostResolver> m_resolver;
};

/// The answer with this body, whole.
Script answer(int status, const QByteArray &body, const Headers &headers = {});

} // namespace rollcall::test
