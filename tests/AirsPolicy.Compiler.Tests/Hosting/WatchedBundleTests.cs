using System.Threading.Channels;
using AirsPolicy.Compiler.Bundles;
using AirsPolicy.Compiler.Tests.Models;
using AirsPolicy.Hosting;
using AirsPolicy.Runtime.Bundles;
using AirsPolicy.Runtime.Bundles.Signing;

namespace AirsPolicy.Compiler.Tests.Hosting;

/// <summary>What a host makes of a bundle in a file that others replace.</summary>
public sealed class WatchedBundleTests : IDisposable
{
    private static readonly DateTimeOffset s_start = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly SigningKey _key = SigningKey.Create();
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("airs-watched-");
    private readonly Clock _clock = new();
    private readonly PolicyHost _host;
    private readonly byte[] _first;
    private readonly byte[] _second;
    private int _written;

    public WatchedBundleTests()
    {
        _first = Bundle.Sign(BundleBuilder.Build(TestPolicies.Bounded(1m)), "a", _key);
        _second = Bundle.Sign(BundleBuilder.Build(TestPolicies.Bounded(2m)), "a", _key);
        _host = new PolicyHost(new PolicyHostOptions
        {
            Clock = _clock,
            TrustedKeys = new TrustedKeys(new Dictionary<string, string> { ["a"] = _key.Public.ToPem() }),
        });
    }

    [Fact]
    public async Task A_bundle_is_taken_when_it_is_there_and_when_it_has_changed()
    {
        var watched = new WatchedBundle(_host, Path("bundle"));
        await RefusedAsync(watched, $"The file '{Path("bundle")}' cannot be read: ");

        Write("bundle", _first);
        Decides(_first, await watched.LookAsync());
        Decides(_first, await watched.LookAsync());

        Write("bundle", _second);
        Decides(_second, await watched.LookAsync());
    }

    [Fact]
    public async Task What_is_refused_leaves_the_last_good_bundle_and_is_remembered_until_a_look_succeeds()
    {
        var watched = new WatchedBundle(_host, Path("bundle"));
        Write("bundle", _first);
        await watched.LookAsync();
        var written = File.GetLastWriteTimeUtc(Path("bundle"));

        Write("bundle", _second[..^1]);
        await RefusedAsync(watched, "The bundle does not end as one: ");
        Write("bundle", BundleBuilder.Build(TestPolicies.Bounded(2m)));
        await RefusedAsync(watched, "0 of the keys that are trusted have signed the bundle");
        File.Delete(Path("bundle"));
        await RefusedAsync(watched, $"The file '{Path("bundle")}' cannot be read: ");
        Assert.Equal(Bundle.Read(_first).Digest, _host.Digest);

        // The same file as before, so that nothing tells it apart but that another has been refused meanwhile.
        Write("bundle", _first);
        File.SetLastWriteTimeUtc(Path("bundle"), written);
        Decides(_first, await watched.LookAsync());
    }

    [Fact]
    public async Task A_file_is_read_only_where_its_length_or_time_has_changed()
    {
        var watched = new WatchedBundle(_host, Path("bundle"));
        Write("bundle", _first);
        await watched.LookAsync();
        var (program, written) = (_host.Program, File.GetLastWriteTimeUtc(Path("bundle")));

        Write("bundle", new byte[_first.Length]);
        File.SetLastWriteTimeUtc(Path("bundle"), written);
        Decides(_first, await watched.LookAsync());

        // A new time and the same digest: it is read, and not loaded again.
        Write("bundle", _first);
        Decides(_first, await watched.LookAsync());
        Assert.Same(program, _host.Program);
    }

    [Fact]
    public async Task A_file_longer_than_any_bundle_is_not_read()
    {
        using (var file = File.Create(Path("bundle")))
            file.SetLength(BundleFormat.MaxBytes + 1L);

        await RefusedAsync(
            new WatchedBundle(_host, Path("bundle")),
            $"The file '{Path("bundle")}' cannot be read: it has more than 268435456 bytes.");
    }

    [Fact]
    public async Task A_channel_is_followed_whichever_of_its_files_comes_first()
    {
        var watched = new WatchedBundle(_host, Path("bundle"), "prod", Path("pointer"));
        Write("bundle", _first);
        await RefusedAsync(watched, $"The file '{Path("pointer")}' cannot be read: ");
        Write("pointer", Pointer(1, _first));
        Decides(_first, await watched.LookAsync());

        Write("pointer", Pointer(2, _second));
        await RefusedAsync(watched, "The bundle has the digest ");
        Write("bundle", _second);
        Decides(_second, await watched.LookAsync());

        Write("pointer", Pointer(1, _first));
        Write("bundle", _first);
        await RefusedAsync(watched, "Channel 'prod' was at version 2, ");
        Assert.Equal(Bundle.Read(_second).Digest, _host.Digest);
    }

    [Fact]
    public async Task A_pointer_that_expires_is_noticed_although_no_file_has_changed()
    {
        var watched = new WatchedBundle(_host, Path("bundle"), "prod", Path("pointer"));
        Write("bundle", _first);
        Write("pointer", Pointer(1, _first));
        await watched.LookAsync();
        // What decides already is not read again.
        File.Delete(Path("bundle"));
        Decides(_first, await watched.LookAsync());
        _clock.Now = s_start.AddDays(1);

        await RefusedAsync(watched, "The pointer of channel 'prod' expired at 2026-03-02T12:00:00Z");
    }

    [Fact]
    public async Task A_watch_looks_at_once_and_after_each_period_until_it_is_cancelled()
    {
        using var cancellation = new CancellationTokenSource();
        Write("bundle", _first);
        var watch = new WatchedBundle(_host, Path("bundle")).RunAsync(TimeSpan.FromSeconds(10), cancellation.Token);
        Assert.Equal(Bundle.Read(_first).Digest, _host.Digest);

        Write("bundle", _second);
        var (fire, period) = await _clock.NextTimer();
        fire();
        // The next timer is set when the look is over.
        await _clock.NextTimer();

        Assert.Equal(TimeSpan.FromSeconds(10), period);
        Assert.Equal(Bundle.Read(_second).Digest, _host.Digest);
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => watch);
    }

    [Fact]
    public async Task A_watch_needs_a_period() => await Assert.ThrowsAsync<ArgumentOutOfRangeException>(
        () => new WatchedBundle(_host, Path("bundle")).RunAsync(TimeSpan.Zero, CancellationToken.None));

    public void Dispose()
    {
        _key.Dispose();
        _folder.Delete(recursive: true);
    }

    private void Decides(byte[] bundle, ActivationResult result)
    {
        var digest = Bundle.Read(bundle).Digest;
        Assert.Equal(new ActivationResult(true, digest, null), result);
        Assert.Equal((digest, null), (_host.Digest, _host.Status().Refused));
    }

    private async Task RefusedAsync(WatchedBundle watched, string reason)
    {
        var result = await watched.LookAsync();
        Assert.False(result.Activated);
        Assert.StartsWith(reason, result.Reason, StringComparison.Ordinal);
        Assert.Equal(result.Reason, _host.Status().Refused);
    }

    private string Path(string name) => System.IO.Path.Join(_folder.FullName, name);

    // Each file has a time of its own, however coarse those of the disk are.
    private void Write(string name, byte[] bytes)
    {
        File.WriteAllBytes(Path(name), bytes);
        File.SetLastWriteTimeUtc(Path(name), s_start.UtcDateTime.AddMinutes(++_written));
    }

    private byte[] Pointer(long version, byte[] bundle) =>
        new ChannelPointer("prod", version, Bundle.Read(bundle).Digest, s_start.AddDays(1)).Sign([("a", _key)]);

    private sealed class Clock : TimeProvider
    {
        private readonly Channel<(Action, TimeSpan)> _timers = Channel.CreateUnbounded<(Action, TimeSpan)>();

        public DateTimeOffset Now { get; set; } = s_start;

        public ValueTask<(Action Fire, TimeSpan After)> NextTimer() => _timers.Reader.ReadAsync();

        public override DateTimeOffset GetUtcNow() => Now;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            _timers.Writer.TryWrite((() => callback(state), dueTime));
            return base.CreateTimer(callback, state, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }
    }
}
