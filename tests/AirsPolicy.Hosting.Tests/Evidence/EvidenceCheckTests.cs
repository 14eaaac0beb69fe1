using System.Text;
using AirsPolicy.Hosting.Evidence;
using AirsPolicy.Hosting.Evidence.Checking;
using AirsPolicy.Hosting.Evidence.Logs;
using AirsPolicy.Hosting.Evidence.Merkle;
using AirsPolicy.Hosting.Evidence.Notes;

namespace AirsPolicy.Hosting.Tests.Evidence;

[Trait("Length", "long")]
public sealed class EvidenceCheckTests : IDisposable
{
    private const int Size = 5;

    private readonly TestLog _log = new();

    public void Dispose() => _log.Dispose();

    [Fact]
    public void A_log_as_it_was_written_holds_and_its_figures_are_told()
    {
        Fill();
        _log.Memory.DeleteContent(1);
        var report = Check(_log.Memory);
        Assert.Empty(report.Findings);
        Assert.True(report.Holds);
        Assert.Equal(
            new EvidenceFigures(
                5,
                [new(EvidenceKind.Decision, 2), new(EvidenceKind.Hold, 2), new(EvidenceKind.Review, 1)],
                Records.Start,
                Records.Start.AddSeconds(4),
                3,
                1,
                2,
                5),
            report.Figures);
        using var folder = _log.Export();
        Assert.Equal(report, Check(folder));
    }

    [Fact]
    public void Every_byte_that_is_changed_is_found_and_named()
    {
        Fill();
        _log.Export().Dispose();
        var (bundle, tile) = ("tile/entries/000.p/5", "tile/0/000.p/5");
        var leaves = _log.Memory.Leaves(0, Size).SelectMany((leaf, index) => Enumerable.Repeat(index, 2 + leaf.Length)).ToList();
        var contents = Lines("content/000.jsonl").SelectMany(line => Enumerable.Repeat(Number(line), line.Length + 1)).ToList();
        Mutate("checkpoint", (_, finding) => finding.Message.Contains("heckpoint 2", StringComparison.Ordinal)
            || finding.Message.Contains("'checkpoint'", StringComparison.Ordinal));
        Mutate("checkpoints", (_, finding) => finding.Message.Contains("heckpoint 1", StringComparison.Ordinal)
            || finding.Message.Contains("'checkpoints'", StringComparison.Ordinal));
        Mutate(tile, (at, finding) => finding == new EvidenceFinding(
            EvidenceFault.TileDiffers, at / 32, $"'{tile}' does not hold the hash of leaf {at / 32}."));
        Mutate(bundle, (at, finding) => finding.Index == leaves[at]);
        // What a line says of another leaf is found where that leaf is.
        Mutate("content/000.jsonl", (at, finding) => finding.Index == contents[at] || finding.Index == (contents[at] ^ 1)
            || finding.Message.StartsWith($"Line {LineAt(at)} of 'content/", StringComparison.Ordinal)
            || finding.Message.StartsWith($"Line {LineAt(at) + 1} of 'content/000.jsonl' is of leaf", StringComparison.Ordinal));

        int LineAt(int at) => contents.Take(at + 1).Distinct().Count();
    }

    [Fact]
    public void Every_byte_of_the_tiles_above_is_looked_at()
    {
        _log.Append(257);
        _log.Sign();
        _log.Export().Dispose();
        Mutate("tile/1/000.p/1", (_, finding) => finding == new EvidenceFinding(
            EvidenceFault.TileDiffers, null, "'tile/1/000.p/1' does not hold the root over 'tile/0/000'."));
        Mutate("tile/0/001.p/1", (_, finding) => finding.Index == 256);
    }

    [Theory]
    [InlineData("tile/0/000.p/5")]
    [InlineData("tile/entries/000.p/5")]
    [InlineData("checkpoint")]
    public void Every_file_that_is_missing_or_cut_is_named(string name)
    {
        Fill();
        _log.Export().Dispose();
        var path = PathOf(name);
        var bytes = File.ReadAllBytes(path);
        for (var length = 0; length < bytes.Length; length++)
        {
            File.WriteAllBytes(path, bytes[..length]);
            Assert.Contains(
                CheckFolder(),
                finding => finding.Message.Contains($"'{name}'", StringComparison.Ordinal)
                    || name == "checkpoint" && finding.Message.StartsWith("Checkpoint 2", StringComparison.Ordinal));
        }
        File.Delete(path);
        Assert.Contains(CheckFolder(), finding => finding.Message.Contains($"'{name}' is missing", StringComparison.Ordinal));
    }

    [Fact]
    public void A_leaf_that_was_changed_with_its_tile_is_found_by_the_root()
    {
        var other = new MemoryEvidenceLog(TestLog.Origin);
        for (var index = 0; index < Size; index++)
        {
            var record = Records.At(index) with { Content = [] };
            _log.Memory.Append(record);
            other.Append(record with { Outcome = index == 4 ? "block" : "allow" });
            if (index == 2)
                _log.Sign();
        }
        _log.Sign();
        var finding = Assert.Single(Check(new OtherLeaves(_log.Memory, other)).Findings, found => found.Fault == EvidenceFault.RootDiffers);
        Assert.Equal(
            "The first 5 records are not those that the checkpoint at 5 signed; the first 3 are those of an earlier one.", finding.Message);
    }

    [Theory]
    [InlineData("0,1,3,4", 2, "Leaf 2 says that it is record 3: records before it are missing, or it was moved.")]
    [InlineData("1,2,3,4", 0, "Leaf 0 says that it is record 1: records before it are missing, or it was moved.")]
    [InlineData("0,2,1,3,4", 1, "Leaf 1 says that it is record 2: records before it are missing, or it was moved.")]
    [InlineData("0,1,1,2,3,4", 2, "Leaf 2 says that it is record 1: it stands there a second time, or was moved.")]
    public void Records_that_are_dropped_doubled_or_moved_are_named(string order, int index, string message)
    {
        Fill();
        var findings = Check(new Rearranged(_log.Memory, [.. order.Split(',').Select(long.Parse)])).Findings;
        Assert.Contains(new EvidenceFinding(EvidenceFault.OutOfPlace, index, message), findings);
        Assert.Contains(findings, found => found.Fault == EvidenceFault.Changed && found.Index == index);
    }

    [Fact]
    public void A_tail_that_is_cut_is_told_by_the_checkpoints_that_stand()
    {
        Fill();
        var findings = Check(new Rearranged(_log.Memory, [0, 1, 2, 3])).Findings;
        Assert.Equal(
            new EvidenceFinding(EvidenceFault.Cut, 4, "The checkpoint at 5 signed 1 records more than the 4 that there are."),
            findings.Last(found => found.Fault == EvidenceFault.Cut));
    }

    [Fact]
    public void A_head_that_was_kept_elsewhere_is_looked_for()
    {
        Fill();
        using var alien = new TestLog();
        alien.Append(1);
        var (older, whole, other) = (HeadAt(3), HeadAt(5), alien.Sign());
        var newer = HeadAt(6);
        using var folder = _log.Export();
        Assert.Empty(Check(folder, older).Findings);
        Assert.Empty(Check(folder, whole).Findings);
        Assert.Equal(
            [new EvidenceFinding(EvidenceFault.Cut, 5, "The expected head at 6 signed 1 records more than the 5 that there are.")],
            Check(folder, newer).Findings);
        Assert.Equal(EvidenceFault.Unsigned, Assert.Single(Check(folder, other).Findings).Fault);
        Assert.Equal(
            new EvidenceFinding(EvidenceFault.HeadDiffers, null, "The first 3 records are not those that the expected head signed."),
            Assert.Single(Check(folder, _log.SignOther(TestLog.Origin, 3)).Findings));
        Assert.Equal(
            $"The expected head is of the log 'shop.example/test', and this is '{TestLog.Origin}'.",
            Assert.Single(Check(folder, _log.SignOther("shop.example/test", 3)).Findings).Message);
        Assert.Equal(
            $"The expected head at 9 is of the log 'shop.example/test', and this is '{TestLog.Origin}'.",
            Assert.Single(Check(folder, _log.SignOther("shop.example/test", 9)).Findings).Message);

        Checkpoint HeadAt(int size)
        {
            if (_log.Memory.Count < size)
                _log.Append(1);
            return _log.SignAt(size);
        }
    }

    [Fact]
    public void A_checkpoint_that_no_trusted_key_has_signed_is_told()
    {
        Fill();
        using var alien = new TestLog();
        var report = EvidenceCheck.Run(_log.Memory, alien.Keys);
        Assert.Equal(
            [
                "Checkpoint 1, at 3 records, is signed by no trusted key.", "Checkpoint 2, at 5 records, is signed by no trusted key.",
                "No trusted key has signed a checkpoint of this log.",
            ],
            report.Findings.Select(finding => finding.Message));
        Assert.Equal((0, 0), (report.Figures.Checkpoints, report.Figures.Covered));
    }

    [Fact]
    public void Checkpoints_that_have_no_place_in_the_log_are_told()
    {
        Fill();
        Assert.Equal(
            ["Checkpoint 2 is of 3 records and stands behind one of 5."],
            Messages(_log.SignAt(5).Write(), _log.SignAt(3).Write()));
        Assert.Equal(
            [$"Checkpoint 2 is of the log 'shop.example/test', and this is '{TestLog.Origin}'."],
            Messages(_log.SignAt(3).Write(), _log.SignOther("shop.example/test", 4).Write(), _log.SignAt(5).Write()));
        Assert.Equal(
            ["Checkpoint 1 is not written as checkpoints are: it is no text of three lines, an empty line and signature lines."],
            Messages([], _log.SignAt(5).Write()));

        IEnumerable<string> Messages(params byte[][] notes) =>
            Check(new OtherHeads(_log.Memory, notes)).Findings.Select(finding => finding.Message);
    }

    [Fact]
    public void A_log_without_a_checkpoint_does_not_hold()
    {
        _log.Append(2);
        Assert.Equal(EvidenceFault.Unsigned, Assert.Single(Check(_log.Memory).Findings).Fault);
    }

    [Fact]
    public void Content_that_does_not_fit_is_named()
    {
        Fill();
        var content = _log.Memory.Content(0)!;
        Assert.Equal(
            ["The content of leaf 0 has the field 'user', which does not fit what the leaf commits to."],
            With(content with { Fields = [content.Fields[0], Records.Field("user", "Bob")] }));
        Assert.Equal(
            ["The salt of leaf 0 lies there, and its field 'user' does not."], With(content with { Fields = [content.Fields[0]] }));
        Assert.Equal(
            [
                "The salt of leaf 0 lies there, and its field 'facts' does not.",
                "The salt of leaf 0 lies there, and its field 'user' does not.",
            ],
            With(content with { Fields = [] }));
        Assert.Equal(
            ["The content of leaf 0 has the field 'agent', which the leaf commits to nowhere."],
            With(content with { Fields = [Records.Field("agent", ""), .. content.Fields] }));
        Assert.Equal(
            ["The content of leaf 0 has the field 'zone', which the leaf commits to nowhere."],
            With(content with { Fields = [.. content.Fields, Records.Field("zone", "")] }));
        Assert.Equal(["A salt lies there for leaf 2, which commits to nothing."], With(content with { Fields = [] }, index: 2));

        IEnumerable<string> With(StoredContent changed, long index = 0) =>
            Check(new OtherContent(_log.Memory, index, changed)).Findings.Select(finding => finding.Message);
    }

    [Fact]
    public void Times_that_run_back_are_a_warning()
    {
        foreach (var seconds in new[] { 10, 5, 4, 3, 12, 6 })
            _log.Memory.Append(new EvidenceRecord(EvidenceKind.Decision, Records.Start.AddSeconds(seconds)));
        _log.Sign();
        var report = Check(_log.Memory);
        Assert.True(report.Holds);
        Assert.Equal(
            [
                "Leaf 2 is of 2027-03-31T09:30:04Z, and a leaf before it of 2027-03-31T09:30:10Z.",
                "Leaf 5 is of 2027-03-31T09:30:06Z, and a leaf before it of 2027-03-31T09:30:12Z.",
            ],
            report.Findings.Select(finding => finding.Message));
        Assert.Equal((Records.Start.AddSeconds(3), Records.Start.AddSeconds(12)), (report.Figures.First, report.Figures.Last));
    }

    [Fact]
    public void Findings_are_told_up_to_a_number()
    {
        Fill();
        var report = EvidenceCheck.Run(
            new Rearranged(_log.Memory, [4, 3, 2, 1, 0]), _log.Keys, new EvidenceCheckOptions { MaxFindings = 2 });
        Assert.Equal(2, report.Findings.Count);
        Assert.True(report.MoreFindings > 0);
        Assert.False(report.Holds);
    }

    [Fact]
    public void Deleted_content_leaves_every_proof_as_it_was()
    {
        Fill();
        for (var index = 0; index < Size; index++)
            _log.Memory.DeleteContent(index);
        using var folder = _log.Export();
        Assert.Equal(4, Check(folder).Figures.ContentsDeleted);
        Assert.True(Check(folder).Holds);
        foreach (var (index, leaf) in folder.Leaves(0, Size).Index())
        {
            var hash = NaiveTree.LeafHash(leaf.ToArray());
            Assert.True(MerkleProof.VerifyInclusion(
                hash, index, Size, MerkleProof.Inclusion(folder, index, Size), _log.SignAt(Size).Root.Span));
        }
    }

    private void Fill()
    {
        _log.Append(3);
        _log.Sign();
        _log.Append(Size - 3);
        _log.Sign();
    }

    private EvidenceReport Check(IEvidenceLog log, Checkpoint? head = null) =>
        EvidenceCheck.Run(log, _log.Keys, new EvidenceCheckOptions { ExpectedHead = head });

    private IEnumerable<EvidenceFinding> CheckFolder()
    {
        try
        {
            using var folder = FolderEvidenceLog.Open(_log.Folder);
            return Check(folder).Findings;
        }
        catch (InvalidDataException fault)
        {
            return [new EvidenceFinding(EvidenceFault.Unreadable, null, fault.Message)];
        }
    }

    private void Mutate(string name, Func<int, EvidenceFinding, bool> isNamed)
    {
        var path = PathOf(name);
        var bytes = File.ReadAllBytes(path);
        for (var at = 0; at < bytes.Length; at++)
        {
            var bits = (byte)(at % 2 == 0 ? 0x01 : 0x20);
            bytes[at] ^= bits;
            File.WriteAllBytes(path, bytes);
            bytes[at] ^= bits;
            var findings = CheckFolder().ToList();
            Assert.True(findings.Any(finding => isNamed(at, finding)), $"{name}, byte {at} ^ {bits}: {string.Join(" | ", findings)}");
        }
        File.WriteAllBytes(path, bytes);
        Assert.Empty(CheckFolder());
    }

    private string PathOf(string name) => Path.Combine([_log.Folder, .. name.Split('/')]);

    private string[] Lines(string name) => File.ReadAllLines(PathOf(name));

    private static int Number(string line) => line["{\"seq\":".Length] - '0';

    private sealed class OtherContent(IEvidenceLog log, long at, StoredContent content) : IEvidenceLog
    {
        public long Count => log.Count;

        public IEnumerable<ReadOnlyMemory<byte>> Leaves(long from, long to) => log.Leaves(from, to);

        public StoredContent? Content(long index) => index == at ? content : log.Content(index);

        public IEnumerable<ReadOnlyMemory<byte>> Checkpoints() => log.Checkpoints();

        public ReadOnlyMemory<byte>? Tile(TileAddress address) => log.Tile(address);
    }

    private sealed class OtherHeads(IEvidenceLog log, byte[][] notes) : IEvidenceLog
    {
        public long Count => log.Count;

        public IEnumerable<ReadOnlyMemory<byte>> Leaves(long from, long to) => log.Leaves(from, to);

        public StoredContent? Content(long index) => log.Content(index);

        public IEnumerable<ReadOnlyMemory<byte>> Checkpoints() => notes.Select(note => (ReadOnlyMemory<byte>)note);

        public ReadOnlyMemory<byte>? Tile(TileAddress address) => log.Tile(address);
    }

    // Leaves and tiles of one log under the checkpoints of another.
    private sealed class OtherLeaves(IEvidenceLog log, IEvidenceLog leaves) : IEvidenceLog
    {
        public long Count => leaves.Count;

        public IEnumerable<ReadOnlyMemory<byte>> Leaves(long from, long to) => leaves.Leaves(from, to);

        public StoredContent? Content(long index) => null;

        public IEnumerable<ReadOnlyMemory<byte>> Checkpoints() => log.Checkpoints();

        public ReadOnlyMemory<byte>? Tile(TileAddress address) => leaves.Tile(address);
    }

    private sealed class Rearranged(IEvidenceLog log, long[] order) : IEvidenceLog
    {
        public long Count => order.Length;

        public IEnumerable<ReadOnlyMemory<byte>> Leaves(long from, long to) =>
            order[(int)from..(int)to].SelectMany(index => log.Leaves(index, index + 1));

        public StoredContent? Content(long index) => log.Content(order[index]);

        public IEnumerable<ReadOnlyMemory<byte>> Checkpoints() => log.Checkpoints();

        // As many hashes as are asked for, of the log as it was; the last one again where there are no more.
        public ReadOnlyMemory<byte>? Tile(TileAddress address)
        {
            var width = (int)Math.Min(log.Count, address.Width);
            var tile = log.Tile(address with { Width = width })!.Value.ToArray();
            return width == address.Width ? tile : [.. tile, .. tile[^32..]];
        }
    }
}
