using AirsPolicy.Compiler.Bundles;
using AirsPolicy.Compiler.Tests.Models;
using AirsPolicy.Hosting;
using AirsPolicy.Runtime.Bundles;
using AirsPolicy.Runtime.Bundles.Signing;

namespace AirsPolicy.Compiler.Tests.Hosting;

/// <summary>A host that follows a channel goes forwards alone, and says by which bundle it decides.</summary>
public sealed class ChannelTests : IDisposable
{
    private static readonly DateTimeOffset s_start = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly SigningKey _key = SigningKey.Create();
    private readonly SigningKey _stranger = SigningKey.Create();
    private readonly Clock _clock = new();
    private readonly byte[] _first;
    private readonly byte[] _second;

    public ChannelTests()
    {
        _first = Bundle.Sign(BundleBuilder.Build(TestPolicies.Bounded(1m)), "a", _key);
        _second = Bundle.Sign(BundleBuilder.Build(TestPolicies.Bounded(2m)), "a", _key);
    }

    [Fact]
    public void A_host_takes_what_the_channel_points_to_and_what_comes_later()
    {
        var host = Host();
        Assert.True(host.Follow("prod", Pointer(1, _first), _first).Activated);
        Assert.True(host.Follow("prod", Pointer(1, _first), _first).Activated);
        Assert.True(host.Follow("prod", Pointer(2, _second), _second).Activated);
        Assert.Equal(Bundle.Read(_second).Digest, host.Digest);
        Assert.True(host.Follow("prod", Pointer(3, _first), _first).Activated);
    }

    [Fact]
    public void Nobody_leads_a_host_back_or_aside()
    {
        var host = Host();
        Assert.True(host.Follow("prod", Pointer(2, _second), _second).Activated);
        const string Back = "Channel 'prod' was at version 2, and the pointer leads to version ";

        Refused(Pointer(1, _first), _first, Back + "1 of another bundle.");
        Refused(Pointer(2, _first), _first, Back + "2 of another bundle.");
        Refused(Pointer(1, _second), _second, Back + "1 of another bundle.");
        Refused(Pointer(3, _first, "test"), _first, "The pointer is of another channel than 'prod'.");
        Refused(Pointer(3, _first, key: _stranger), _first, "The signature 'a' of the pointer is not one of the key");
        Refused(Pointer(3, _first, name: "b"), _first, "0 of the keys that are trusted have signed the pointer, where 1 is asked for.");
        Refused("{}"u8.ToArray(), _first, "The pointer of the channel cannot be read: it is no envelope.");
        Refused(new byte[BundleFormat.MaxSignatureBytes + 1], _first, "The pointer of the channel cannot be read: ");
        // The pointer is right, so that what it says of the version stands, although the bundle is another.
        Refused(Pointer(4, _first), BundleBuilder.Build(TestPolicies.Bounded(1m)), "0 of the keys that are trusted have signed the bundle");
        Refused(Pointer(4, _first), _second, "The bundle has the digest ");
        Refused(Pointer(3, _first), _first, "Channel 'prod' was at version 4, ");
        Assert.True(host.Follow("prod", Pointer(4, _first), _first).Activated);

        void Refused(byte[] pointer, byte[] bundle, string reason)
        {
            var result = host.Follow("prod", pointer, bundle);
            Assert.False(result.Activated);
            Assert.StartsWith(reason, result.Reason, StringComparison.Ordinal);
            Assert.Equal(Bundle.Read(_second).Digest, host.Digest);
        }
    }

    [Fact]
    public void A_channel_that_stands_still_is_noticed_when_its_pointer_expires()
    {
        var host = Host();
        var pointer = Pointer(1, _first);
        Assert.True(host.Follow("prod", pointer, _first).Activated);
        _clock.Now = s_start.AddDays(1).AddSeconds(-1);
        Assert.True(host.Follow("prod", pointer, _first).Activated);
        _clock.Now = s_start.AddDays(1);

        var frozen = host.Follow("prod", pointer, _first);

        Assert.Equal(
            "The pointer of channel 'prod' expired at 2026-03-02T12:00:00Z: nobody can say whether there is a later one.",
            frozen.Reason);
        Assert.Equal(Bundle.Read(_first).Digest, host.Digest);
    }

    [Fact]
    public void A_store_remembers_across_hosts_and_one_that_fails_refuses()
    {
        var marks = new Marks();
        Assert.True(Host(marks).Follow("prod", Pointer(2, _second), _second).Activated);
        Assert.False(Host(marks).Follow("prod", Pointer(1, _first), _first).Activated);
        Assert.True(Host(marks).Follow("test", Pointer(1, _first, "test"), _first).Activated);
        marks.Fails = true;
        Assert.Equal(
            "How far channel 'prod' has been seen to be cannot be asked or kept: the disk is full.",
            Host(marks).Follow("prod", Pointer(3, _first), _first).Reason);
    }

    [Fact]
    public void A_host_without_keys_follows_nobody() => Assert.StartsWith(
        "The host was given no keys, ",
        new PolicyHost(new PolicyHostOptions { AllowUnsigned = true }).Follow("prod", Pointer(1, _first), _first).Reason,
        StringComparison.Ordinal);

    [Fact]
    public void The_status_says_what_decides_since_when_and_why_another_was_refused()
    {
        var host = Host();
        Assert.Equal("No bundle has been taken, so that everything is blocked.", host.Status().ToString());
        host.Load(_first);
        var digest = Bundle.Read(_first).Digest;
        var decides = $"'test.policy' {Bundle.Read(_first).Manifest.PolicyVersion} decides since 2026-03-01 12:00:00 UTC (sha256 {digest}).";
        Assert.Equal(decides, host.Status().ToString());
        _clock.Now = s_start.AddHours(1);
        host.Load("x"u8.ToArray());
        Assert.StartsWith(
            $"{decides} Another bundle was refused at 2026-03-01 13:00:00 UTC: The bundle does not end as one: ",
            host.Status().ToString(),
            StringComparison.Ordinal);
        Assert.True(host.Follow("prod", Pointer(1, _first), _first).Activated);
        Assert.Equal(decides, host.Status().ToString());
    }

    public void Dispose()
    {
        _key.Dispose();
        _stranger.Dispose();
    }

    private byte[] Pointer(long version, byte[] bundle, string channel = "prod", string name = "a", SigningKey? key = null) =>
        new ChannelPointer(channel, version, Bundle.Read(bundle).Digest, s_start.AddDays(1)).Sign([(name, key ?? _key)]);

    private PolicyHost Host(IChannelMarks? marks = null)
    {
        var options = new PolicyHostOptions
        {
            Clock = _clock,
            TrustedKeys = new TrustedKeys(new Dictionary<string, string> { ["a"] = _key.Public.ToPem() }),
        };
        return new PolicyHost(marks is null ? options : options with { ChannelMarks = marks });
    }

    private sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = s_start;

        public override DateTimeOffset GetUtcNow() => Now;
    }

    private sealed class Marks : IChannelMarks
    {
        private readonly Dictionary<string, ChannelMark> _marks = new(StringComparer.Ordinal);

        public bool Fails { get; set; }

        public ChannelMark? Find(string channel) => _marks.GetValueOrDefault(channel);

        public void Keep(string channel, ChannelMark mark)
        {
            if (Fails)
                throw new IOException("the disk is full.");
            _marks[channel] = mark;
        }
    }
}
