using System.Buffers.Binary;
using System.Text;
using AirsPolicy.Hosting.Evidence;
using AirsPolicy.Hosting.Evidence.Logs;
using AirsPolicy.Hosting.Evidence.Merkle;
using AirsPolicy.Hosting.Evidence.Notes;

namespace AirsPolicy.Hosting.Tests.Evidence;

public sealed class EvidenceLogTests : IDisposable
{
    private readonly TestLog _log = new();

    public void Dispose() => _log.Dispose();

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(255)]
    [InlineData(256)]
    [InlineData(257)]
    [InlineData(600)]
    public void A_folder_is_read_as_it_was_exported(int count)
    {
        _log.Append(count / 2);
        _log.Sign();
        _log.Append(count - count / 2);
        _log.Sign();
        var memory = _log.Memory;
        using var folder = _log.Export();
        Assert.Equal(count, folder.Count);
        Assert.Equal(Texts(memory.Leaves(0, count)), Texts(folder.Leaves(0, count)));
        Assert.Equal(Texts(memory.Leaves(count / 3, count / 2)), Texts(folder.Leaves(count / 3, count / 2)));
        Assert.Equal(Texts(memory.Checkpoints()), Texts(folder.Checkpoints()));
        for (var index = 0; index < count; index++)
        {
            var (kept, read) = (memory.Content(index), folder.Content(index));
            Assert.Equal(kept is null, read is null);
            Assert.Equal(kept?.Fields.Select(field => Text(field.Value)), read?.Fields.Select(field => Text(field.Value)));
            Assert.Equal(kept?.Salt.ToArray(), read?.Salt.ToArray());
        }
        for (var level = 0; count >> (8 * level) > 0; level++)
        {
            for (var tile = 0; tile * 256 < count >> (8 * level); tile++)
            {
                var address = TileAddress.Of(level, tile, count);
                Assert.Equal(memory.Tile(address)!.Value.ToArray(), folder.Tile(address)!.Value.ToArray());
            }
        }
    }

    [Fact]
    public void Contents_are_found_in_any_order()
    {
        _log.Append(300);
        _log.Sign();
        using var folder = _log.Export();
        foreach (var index in new[] { 7, 3, 3, 299, 0, 256, 257 })
            Assert.Equal(_log.Memory.Content(index)?.Salt.ToArray(), folder.Content(index)?.Salt.ToArray());
    }

    [Fact]
    public void A_folder_has_the_layout_of_tlog_tiles()
    {
        _log.Append(257);
        _log.Sign();
        _log.Append(1);
        _log.Sign();
        using var folder = _log.Export();
        Assert.Equal(
            [
                "checkpoint", "checkpoints", "content/000.jsonl", "content/001.jsonl",
                "tile/0/000", "tile/0/001.p/2", "tile/1/000.p/1", "tile/entries/000", "tile/entries/001.p/2",
            ],
            Directory.EnumerateFiles(_log.Folder, "*", SearchOption.AllDirectories)
                .Select(path => Path.GetRelativePath(_log.Folder, path).Replace('\\', '/')).Order(StringComparer.Ordinal));
        var entries = File.ReadAllBytes(Path.Combine(_log.Folder, "tile", "entries", "000"));
        var length = BinaryPrimitives.ReadUInt16BigEndian(entries);
        Assert.True(EvidenceLeaf.TryRead(entries.AsSpan(2, length), out var leaf, out _));
        Assert.Equal(0, leaf.Seq);
    }

    [Fact]
    public void What_no_checkpoint_covers_is_not_exported()
    {
        _log.Append(5);
        _log.Sign();
        _log.Append(2);
        using var folder = _log.Export();
        Assert.Equal(5, folder.Count);
    }

    [Fact]
    public void A_log_without_a_checkpoint_is_not_exported()
    {
        _log.Append(5);
        Assert.Equal("The log has no checkpoint yet.", Assert.Throws<InvalidDataException>(_log.Export).Message);
    }

    [Fact]
    public void A_folder_that_holds_something_is_not_written_to()
    {
        _log.Append(1);
        _log.Sign();
        using (_log.Export())
            Assert.Throws<IOException>(_log.Export);
    }

    [Fact]
    public void Deleted_content_leaves_no_byte()
    {
        _log.Append(4);
        _log.Sign();
        var content = _log.Memory.Content(1)!;
        _log.Memory.DeleteContent(1);
        using var folder = _log.Export();
        Assert.Null(folder.Content(1));
        byte[][] looked =
        [
            .. content.Fields.Select(field => field.Value.ToArray()),
            .. content.Fields.Select(field => Encoding.ASCII.GetBytes(Convert.ToBase64String(field.Value.Span))),
            .. content.Fields.Select(field => Encoding.ASCII.GetBytes(Convert.ToHexStringLower(field.Value.Span))),
            content.Salt.ToArray(),
            Encoding.ASCII.GetBytes(Convert.ToHexStringLower(content.Salt.Span)),
            Encoding.ASCII.GetBytes(Convert.ToBase64String(content.Salt.Span)),
        ];
        foreach (var file in Directory.EnumerateFiles(_log.Folder, "*", SearchOption.AllDirectories).Select(File.ReadAllBytes))
            Assert.DoesNotContain(looked, bytes => file.AsSpan().IndexOf(bytes) >= 0);
        Assert.NotNull(folder.Content(0));
    }

    [Theory]
    [InlineData("checkpoint", "'checkpoint' is missing.")]
    [InlineData("tile/entries/000.p/5", "'tile/entries/000.p/5' is missing.")]
    public void A_file_that_is_missing_is_named(string name, string message)
    {
        _log.Append(5);
        _log.Sign();
        _log.Export().Dispose();
        File.Delete(Path.Combine(_log.Folder, name));
        Assert.Equal(
            message,
            Assert.Throws<InvalidDataException>(() =>
            {
                using var folder = FolderEvidenceLog.Open(_log.Folder);
                _ = folder.Leaves(0, 5).Count();
            }).Message);
    }

    [Fact]
    public void A_long_line_of_content_is_read_whole()
    {
        var large = new string('x', 100_000);
        _log.Memory.Append(Records.Whole with { Content = [Records.Field("facts", large)] });
        _log.Append(1);
        _log.Sign();
        using var folder = _log.Export();
        Assert.Equal(large, Text(folder.Content(0)!.Fields[0].Value));
        Assert.NotNull(folder.Content(1));
    }

    // The commands of the page, word by word.
    [OpensslFact]
    public void The_page_says_how_openssl_checks_a_checkpoint()
    {
        _log.Append(5);
        _log.Sign();
        _log.Export().Dispose();
        File.WriteAllText(Path.Combine(_log.Folder, "log.pub"), _log.PublicPem);
        var repository = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(repository.FullName, "AirsPolicy.sln")))
            repository = repository.Parent!;
        var page = File.ReadAllText(Path.Combine(repository.FullName, "docs", "reference", "evidence.md"));
        var commands = page.Split("```bash\n")[1].Split("```")[0];
        Assert.Equal((0, "Verified OK\n"), OpensslFactAttribute.Run("sh", _log.Folder, "-ec", commands));
    }

    private static IEnumerable<string> Texts(IEnumerable<ReadOnlyMemory<byte>> items) => items.Select(Text);

    private static string Text(ReadOnlyMemory<byte> bytes) => Encoding.UTF8.GetString(bytes.Span);
}
