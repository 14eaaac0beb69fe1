using AirsPolicy.Hosting.Storing;

namespace AirsPolicy.Storage.Sqlite.Tests;

public sealed class SqliteContractTests : StoreContract
{
    private readonly StoreFolder _folder = new();

    public override void Dispose()
    {
        _folder.Dispose();
        GC.SuppressFinalize(this);
    }

    protected override IPolicyStore Open(int rewriteAfter = 100_000) =>
        SqliteStore.Open(_folder.PathOf("airs.db"), new SqliteStoreOptions { RewriteAfterChanges = rewriteAfter });
}
