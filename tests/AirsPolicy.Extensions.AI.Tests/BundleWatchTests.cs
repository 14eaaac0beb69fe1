using System.Threading.Channels;
using AirsPolicy.Extensions.AI.Tests.Scripted;
using AirsPolicy.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AirsPolicy.Extensions.AI.Tests;

/// <summary>An application that takes newer bundles while it runs.</summary>
public sealed class BundleWatchTests : IDisposable
{
    private const string First = "policy desk\nsystem d { owner \"o\" }";
    private const string Second = "policy desk\nsystem d { owner \"p\" }";

    private readonly string _file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.airsb");
    private readonly TimerClock _clock = new();
    private readonly LogLevels _log = new();
    private int _written;

    [Fact]
    public async Task A_newer_bundle_decides_after_the_next_look_and_one_that_is_refused_never()
    {
        Write(Guarded.BundleOf(First));
        await using var services = Services(policy => policy);
        var watch = services.GetServices<IHostedService>().OfType<BundleWatch>().Single();
        await watch.StartAsync(CancellationToken.None);
        var host = services.GetRequiredService<PolicyHost>();
        var first = host.Digest;
        Assert.NotNull(first);

        var look = await _clock.NextTimer();
        Write([1, 2, 3]);
        look();
        look = await _clock.NextTimer();
        Assert.Equal(first, host.Digest);
        Write(Guarded.BundleOf(Second));
        look();
        await _clock.NextTimer();
        Assert.NotEqual(first, host.Digest);
        await watch.StopAsync(CancellationToken.None);
        Assert.Equal([LogLevel.Information, LogLevel.Error, LogLevel.Information], _log.Said);
    }

    [Fact]
    public async Task An_application_starts_with_its_own_bundle_where_the_watched_one_is_refused()
    {
        var own = _file + ".own";
        await File.WriteAllBytesAsync(own, Guarded.BundleOf(First));
        await using var services = Services(policy => policy.Bundle(own));
        var watch = services.GetServices<IHostedService>().OfType<BundleWatch>().Single();
        await watch.StartAsync(CancellationToken.None);
        await watch.StopAsync(CancellationToken.None);
        Assert.NotNull(services.GetRequiredService<PolicyHost>().Digest);
        File.Delete(own);
    }

    [Fact]
    public async Task An_application_without_any_bundle_does_not_start_and_says_why()
    {
        await using var services = Services(policy => policy);
        var watch = services.GetServices<IHostedService>().OfType<BundleWatch>().Single();
        var fault = await Assert.ThrowsAsync<InvalidOperationException>(() => watch.StartAsync(CancellationToken.None));
        Assert.StartsWith(
            $"The bundle that is watched is refused, and there is no other: The file '{_file}' cannot be read: ",
            fault.Message,
            StringComparison.Ordinal);
        foreach (var period in new[] { TimeSpan.Zero, Timeout.InfiniteTimeSpan, TimeSpan.FromDays(50), TimeSpan.MaxValue })
            Assert.Throws<ArgumentOutOfRangeException>(
                () => Services(policy => policy.Watch(period, (_, host) => new WatchedBundle(host, _file))));
    }

    [Fact]
    public async Task An_application_goes_on_looking_after_whatever_its_client_throws()
    {
        await File.WriteAllBytesAsync(_file, Guarded.BundleOf(First));
        var answers = new Queue<byte[]?>([null, Guarded.BundleOf(Second)]);
        using var client = new HttpClient(
            new Answering(() => answers.Dequeue() ?? throw new InvalidOperationException("The circuit is open.")));
        await using var services = new ServiceCollection()
            .AddSingleton<ILogger<ChatPolicy>>(_log)
            .AddAirsPolicy(policy => policy
                .Bundle(_file)
                .Watch(TimeSpan.FromMinutes(1), (_, host) => new WatchedBundle(host, client, new Uri("https://policies.example/a.airsb")))
                .Host(_ => new PolicyHostOptions { AllowUnsigned = true })
                .Options(_ => new ChatPolicyOptions { Clock = _clock }))
            .BuildServiceProvider();
        var host = services.GetRequiredService<PolicyHost>();
        var first = host.Digest;
        var watch = services.GetServices<IHostedService>().OfType<BundleWatch>().Single();
        await watch.StartAsync(CancellationToken.None);
        var look = await _clock.NextTimer();
        Assert.Equal("'https://policies.example/a.airsb' cannot be read: The circuit is open.", host.Status().Refused);
        look();
        await _clock.NextTimer();
        Assert.NotEqual(first, host.Digest);
        await watch.StopAsync(CancellationToken.None);
    }

    public void Dispose() => File.Delete(_file);

    private ServiceProvider Services(Func<ChatPolicyBuilder, ChatPolicyBuilder> configure) =>
        new ServiceCollection()
            .AddSingleton<ILogger<ChatPolicy>>(_log)
            .AddAirsPolicy(policy => configure(policy)
                .Watch(TimeSpan.FromMinutes(1), (_, host) => new WatchedBundle(host, _file))
                .Host(_ => new PolicyHostOptions { AllowUnsigned = true, Clock = _clock })
                .Options(_ => new ChatPolicyOptions { Clock = _clock }))
            .BuildServiceProvider();

    // Each has a time of its own, however coarse those of the disk are.
    private void Write(byte[] bytes)
    {
        File.WriteAllBytes(_file, bytes);
        File.SetLastWriteTimeUtc(_file, new DateTime(2026, 3, 1, 0, ++_written, 0, DateTimeKind.Utc));
    }

    private sealed class Answering(Func<byte[]> answer) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage { Content = new ByteArrayContent(answer()) });
    }

    // The next timer is set when a look is over.
    private sealed class TimerClock : TimeProvider
    {
        private readonly Channel<Action> _timers = Channel.CreateUnbounded<Action>();

        public ValueTask<Action> NextTimer() => _timers.Reader.ReadAsync();

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            _timers.Writer.TryWrite(() => callback(state));
            return base.CreateTimer(callback, state, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }
    }

    private sealed class LogLevels : ILogger<ChatPolicy>
    {
        public List<LogLevel> Said { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter) => Said.Add(logLevel);
    }
}
