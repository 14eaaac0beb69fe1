using System.Net;
using System.Net.Http.Headers;
using AirsPolicy.Compiler.Bundles;
using AirsPolicy.Compiler.Tests.Models;
using AirsPolicy.Hosting;
using AirsPolicy.Runtime.Bundles;
using AirsPolicy.Runtime.Bundles.Signing;

namespace AirsPolicy.Compiler.Tests.Hosting;

/// <summary>What a host makes of a bundle that a web server gives.</summary>
public sealed class WatchedUrlTests : IDisposable
{
    private static readonly Uri s_bundle = new("https://user:word@policies.example/shop.airsb?key=secret");
    private static readonly Uri s_pointer = new("https://policies.example/prod.json");

    private readonly SigningKey _key = SigningKey.Create();
    private readonly Server _server = new();
    private readonly HttpClient _client;
    private readonly PolicyHost _host;
    private readonly byte[] _first;
    private readonly byte[] _second;

    public WatchedUrlTests()
    {
        _client = new HttpClient(_server);
        _first = Bundle.Sign(BundleBuilder.Build(TestPolicies.Bounded(1m)), "a", _key);
        _second = Bundle.Sign(BundleBuilder.Build(TestPolicies.Bounded(2m)), "a", _key);
        _host = new PolicyHost(new PolicyHostOptions
        {
            TrustedKeys = new TrustedKeys(new Dictionary<string, string> { ["a"] = _key.Public.ToPem() }),
        });
    }

    [Fact]
    public async Task A_bundle_is_taken_anew_when_its_tag_has_changed()
    {
        var watched = new WatchedBundle(_host, _client, s_bundle);
        _server.Serve(s_bundle, _first, "\"1\"");
        await DecidesAsync(_first, watched);
        await DecidesAsync(_first, watched);
        _server.Serve(s_bundle, _second, "\"2\"");
        await DecidesAsync(_second, watched);
        Assert.Equal([null, "\"1\"", "\"1\""], _server.Asked);
        Assert.Equal(2, _server.Sent);
    }

    [Fact]
    public async Task Without_a_tag_it_is_read_at_every_look_and_loaded_once()
    {
        var watched = new WatchedBundle(_host, _client, s_bundle);
        _server.Serve(s_bundle, _first, null);
        await DecidesAsync(_first, watched);
        var program = _host.Program;
        await DecidesAsync(_first, watched);
        Assert.Equal([null, null], _server.Asked);
        Assert.Equal(2, _server.Sent);
        Assert.Same(program, _host.Program);
    }

    [Fact]
    public async Task What_is_refused_leaves_the_last_good_bundle_and_is_asked_for_again()
    {
        var watched = new WatchedBundle(_host, _client, s_bundle);
        _server.Serve(s_bundle, _first, "\"1\"");
        await DecidesAsync(_first, watched);
        _server.Serve(s_bundle, BundleBuilder.Build(TestPolicies.Bounded(2m)), "\"2\"");
        await RefusedAsync(watched, "0 of the keys that are trusted have signed the bundle");
        await RefusedAsync(watched, "0 of the keys that are trusted have signed the bundle");
        Assert.Equal(Bundle.Read(_first).Digest, _host.Digest);
        _server.Serve(s_bundle, _first, "\"1\"");
        await DecidesAsync(_first, watched);
        Assert.Equal(4, _server.Sent);
    }

    [Theory]
    [InlineData(HttpStatusCode.NotFound, "404 Not Found")]
    [InlineData(HttpStatusCode.InternalServerError, "500 Internal Server Error")]
    [InlineData(HttpStatusCode.PartialContent, "206 Partial Content")]
    [InlineData(HttpStatusCode.NotModified, "304 Not Modified")]
    public async Task A_server_that_gives_no_bundle_is_named_without_secrets(HttpStatusCode status, string shown)
    {
        _server.Answer = _ => new HttpResponseMessage(status) { Content = new ByteArrayContent(_first) };
        var watched = new WatchedBundle(_host, _client, s_bundle);
        await RefusedAsync(watched, $"'https://policies.example/shop.airsb' cannot be read: the server answers {shown}.");
    }

    [Fact]
    public async Task A_bundle_without_end_is_not_read_to_it()
    {
        _server.Answer = _ => new HttpResponseMessage { Content = new StreamContent(new Endless()) };
        var watched = new WatchedBundle(_host, _client, s_bundle, "prod", s_pointer);
        await RefusedAsync(watched, "'https://policies.example/prod.json' cannot be read: it has more than 65536 bytes.");
    }

    [Fact]
    public async Task A_watch_by_a_time_that_no_timer_keeps_is_refused_at_once()
    {
        var watched = new WatchedBundle(_host, _client, s_bundle);
        foreach (var period in new[] { TimeSpan.Zero, TimeSpan.FromDays(50), TimeSpan.MaxValue })
            await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => watched.RunAsync(period, CancellationToken.None));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_server_that_does_not_answer_is_given_up_in_time(bool hears)
    {
        var clock = new HangingClock();
        _server.AnswerLater = async cancellation =>
        {
            clock.Fire();
            await Task.Delay(Timeout.Infinite, hears ? cancellation : CancellationToken.None);
            return new HttpResponseMessage();
        };
        var host = new PolicyHost(new PolicyHostOptions { Clock = clock });
        var result = await new WatchedBundle(host, _client, s_bundle).LookAsync();
        Assert.Equal("'https://policies.example/shop.airsb' cannot be read: no whole answer within 60 seconds.", result.Reason);
    }

    [Fact]
    public async Task Whatever_a_client_throws_is_a_refusal_without_what_moves_a_cursor()
    {
        var watched = new WatchedBundle(_host, _client, s_bundle);
        _server.Serve(s_bundle, _first, "\"1\"");
        await DecidesAsync(_first, watched);
        foreach (var fault in new Exception[] { new InvalidOperationException("a\u001b[2J\nb."), new TimeoutException("a [2J b") })
        {
            _server.Answer = _ => throw fault;
            await RefusedAsync(watched, "'https://policies.example/shop.airsb' cannot be read: a [2J b.");
        }
        _server.Answer = _ => new HttpResponseMessage((HttpStatusCode)503) { ReasonPhrase = new string('x', 60_000) };
        await RefusedAsync(watched, "'https://policies.example/shop.airsb' cannot be read: the server answers 503 xxx");
        Assert.InRange(_host.Status().Refused!.Length, 0, 400);
        Assert.Equal(Bundle.Read(_first).Digest, _host.Digest);
        _server.Answer = null;
        await DecidesAsync(_first, watched);
    }

    [Fact]
    public async Task Who_gives_up_a_look_is_no_fault_of_the_bundle_and_the_next_look_goes_on()
    {
        var watched = new WatchedBundle(_host, _client, s_bundle);
        _server.Serve(s_bundle, _first, "\"1\"");
        using var gone = new CancellationTokenSource();
        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => watched.LookAsync(gone.Token));
        Assert.Null(_host.Status().Refused);
        await DecidesAsync(_first, watched);
    }

    [Fact]
    public async Task A_channel_is_followed_and_never_back()
    {
        var watched = new WatchedBundle(_host, _client, s_bundle, "prod", s_pointer);
        _server.Serve(s_pointer, Pointer(1, _first), "\"p1\"");
        _server.Serve(s_bundle, _first, "\"1\"");
        await DecidesAsync(_first, watched);
        await DecidesAsync(_first, watched);
        Assert.Equal(3, _server.Sent);
        _server.Serve(s_pointer, Pointer(2, _second), "\"p2\"");
        _server.Serve(s_bundle, _second, "\"2\"");
        await DecidesAsync(_second, watched);
        _server.Serve(s_pointer, Pointer(1, _first), "\"p1\"");
        _server.Serve(s_bundle, _first, "\"1\"");
        await RefusedAsync(watched, "Channel 'prod' was at version 2, ");
    }

    [Theory]
    [InlineData("file:///shop.airsb")]
    [InlineData("shop.airsb")]
    public void Only_web_servers_are_asked(string url)
    {
        var uri = new Uri(url, UriKind.RelativeOrAbsolute);
        Assert.Throws<ArgumentException>(() => new WatchedBundle(_host, _client, uri));
        Assert.Throws<ArgumentException>(() => new WatchedBundle(_host, _client, s_bundle, "prod", uri));
    }

    public void Dispose()
    {
        _client.Dispose();
        _key.Dispose();
    }

    private async Task DecidesAsync(byte[] bundle, WatchedBundle watched)
    {
        var digest = Bundle.Read(bundle).Digest;
        Assert.Equal(new ActivationResult(true, digest, null), await watched.LookAsync());
        Assert.Equal((digest, null), (_host.Digest, _host.Status().Refused));
    }

    private async Task RefusedAsync(WatchedBundle watched, string reason)
    {
        var result = await watched.LookAsync();
        Assert.StartsWith(reason, result.Reason, StringComparison.Ordinal);
        Assert.Equal((false, result.Reason), (result.Activated, _host.Status().Refused));
    }

    private byte[] Pointer(long version, byte[] bundle) =>
        new ChannelPointer("prod", version, Bundle.Read(bundle).Digest, DateTimeOffset.UtcNow.AddDays(1)).Sign([("a", _key)]);

    private sealed class Server : HttpMessageHandler
    {
        private readonly Dictionary<Uri, (byte[] Bytes, string? Tag)> _files = [];

        /// <summary>The tags of the bundle that were asked with.</summary>
        public List<string?> Asked { get; } = [];

        /// <summary>How many bodies were sent.</summary>
        public int Sent { get; private set; }

        public Func<HttpRequestMessage, HttpResponseMessage>? Answer { get; set; }

        public Func<CancellationToken, Task<HttpResponseMessage>>? AnswerLater { get; set; }

        public void Serve(Uri url, byte[] bytes, string? tag) => _files[url] = (bytes, tag);

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (AnswerLater is not null)
                return AnswerLater(cancellationToken);
            if (Answer is not null)
                return Task.FromResult(Answer(request));
            var tag = request.Headers.IfNoneMatch.SingleOrDefault()?.ToString();
            if (request.RequestUri == s_bundle)
                Asked.Add(tag);
            var file = _files[request.RequestUri!];
            if (tag is not null && tag == file.Tag)
                return Task.FromResult(new HttpResponseMessage(HttpStatusCode.NotModified));
            Sent++;
            var response = new HttpResponseMessage { Content = new ByteArrayContent(file.Bytes) };
            if (file.Tag is not null)
                response.Headers.ETag = EntityTagHeaderValue.Parse(file.Tag);
            return Task.FromResult(response);
        }
    }

    private sealed class Endless : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count) => count;

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }

    // Its timers are over once somebody says so.
    private sealed class HangingClock : TimeProvider
    {
        private Action _over = () => { };

        public void Fire() => _over();

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            _over += () => callback(state);
            return base.CreateTimer(callback, state, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }
    }
}
