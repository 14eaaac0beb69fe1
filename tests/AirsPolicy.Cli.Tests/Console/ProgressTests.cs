using AirsPolicy.Cli.Console;

namespace AirsPolicy.Cli.Tests.Console;

public sealed class ProgressTests : IDisposable
{
    private readonly StringWriter _out = new() { NewLine = "\n" };
    private readonly StringWriter _error = new() { NewLine = "\n" };
    private readonly SetTime _time = new();

    [Fact]
    public void Nothing_is_said_within_two_seconds_and_one_line_after_it()
    {
        using var progress = Progress.Of(Watched(), "comparing", "requests", isJson: false)!;
        progress.Report(1, 40);
        _time.Pass(1.9);
        progress.Report(2, 40);
        Assert.Empty(_error.ToString());
        _time.Pass(0.1);
        progress.Report(3, 40);
        Assert.Equal("\rcomparing: 3 of 40 requests", _error.ToString());
    }

    [Fact]
    public void The_line_is_written_over_at_most_five_times_a_second_and_never_backwards()
    {
        using var progress = Progress.Of(Watched(), "scanning", "texts", isJson: false)!;
        _time.Pass(2);
        progress.Report(1000);
        progress.Report(1001);
        _time.Pass(0.2);
        progress.Report(999);
        progress.Report(1002);
        Assert.Equal("\rscanning: 1000 texts\rscanning: 1002 texts", _error.ToString());
    }

    [Fact]
    public void The_line_is_gone_at_the_end_and_while_something_else_is_written()
    {
        const string Line = "scanning: 7 texts";
        var blank = new string(' ', Line.Length);
        var progress = Progress.Of(Watched(), "scanning", "texts", isJson: false)!;
        _time.Pass(2);
        progress.Report(7);
        progress.Around(() => Assert.Equal($"\r{Line}\r{blank}\r", _error.ToString()));
        _time.Pass(1);
        progress.Report(8);
        progress.Dispose();
        Assert.EndsWith($"\rscanning: 8 texts\r{blank}\r", _error.ToString(), StringComparison.Ordinal);
        progress.Dispose();
        Assert.EndsWith($"\rscanning: 8 texts\r{blank}\r", _error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Nobody_is_told_where_no_one_watches_or_where_json_is_asked_for()
    {
        using var unwatched = new Terminal(_out, _error, () => Stream.Null, () => Stream.Null, isColoured: false, width: 80);
        Assert.Null(Progress.Of(unwatched, "scanning", "texts", isJson: false));
        Assert.Null(Progress.Of(Watched(), "scanning", "texts", isJson: true));
    }

    [Theory]
    [InlineData("diff", "comparing: ", "requests")]
    [InlineData("test", "mutating: ", "changes")]
    [InlineData("scan", "scanning: ", "texts")]
    public void Work_that_takes_long_says_how_far_it_has_come_on_the_error_stream_alone(string command, string doing, string counted)
    {
        using var folder = new TemporaryFolder();
        folder.Write("p/a.airs", """
            policy shop
            system s { owner "o" }
            control short { at input  when length(text) > 5 then block }
            test "Long" { given input "too long"  expect block }

            """);
        var text = folder.Write("text.txt", "nothing");
        string[] arguments = command switch
        {
            "diff" => ["diff", folder.PathOf("p"), folder.PathOf("p")],
            "test" => ["test", folder.PathOf("p"), "--mutate"],
            _ => ["scan", text, "-d", "pii.email"],
        };
        _time.PassEachTime = TimeSpan.FromSeconds(3);
        AirsCli.Run(arguments, Watched());
        Assert.StartsWith($"\r{doing}", _error.ToString(), StringComparison.Ordinal);
        Assert.Contains(counted, _error.ToString(), StringComparison.Ordinal);
        Assert.EndsWith(" \r", _error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(doing, _out.ToString(), StringComparison.Ordinal);
        _error.GetStringBuilder().Clear();
        AirsCli.Run([.. arguments, "--json"], Watched());
        Assert.Empty(_error.ToString());
    }

    public void Dispose()
    {
        _out.Dispose();
        _error.Dispose();
    }

    private Terminal Watched() =>
        new(_out, _error, () => Stream.Null, () => Stream.Null, isColoured: false, width: 80) { ShowsProgress = true, Time = _time };

    private sealed class SetTime : TimeProvider
    {
        private long _ticks;

        public TimeSpan PassEachTime { get; set; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Interlocked.Add(ref _ticks, PassEachTime.Ticks);

        public void Pass(double seconds) => _ticks += TimeSpan.FromSeconds(seconds).Ticks;
    }
}
