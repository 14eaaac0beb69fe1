using System.Globalization;
using AirsPolicy.Cli.Console;
using AirsPolicy.Cli.Reports;
using AirsPolicy.Runtime.Decisions;
using Spectre.Console;

namespace AirsPolicy.Cli.Demo;

/// <summary>Draws the demo, for terminals of 80 columns and more.</summary>
internal sealed class DemoStage
{
    private const int Widest = 108;

    private readonly IAnsiConsole _console;
    private readonly DemoRun _run;

    public DemoStage(Terminal terminal, DemoRun run)
    {
        _run = run;
        _console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(terminal.Out),
            Ansi = terminal.IsColoured ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = terminal.IsColoured ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
        });
        _console.Profile.Width = Math.Min(terminal.Width, Widest);
        _console.Profile.Capabilities.Unicode = true;
    }

    public void Open()
    {
        _console.Write(new Rule("[bold]A car for one dollar[/]").LeftJustified());
        _console.WriteLine();
        _console.MarkupLine(
            "December 2023: a visitor tells a dealership's chatbot to agree with anything, asks for a 2024 Chevy Tahoe for one dollar, "
            + "and gets a [italic]\"legally binding offer\"[/]. Here is the same conversation under a policy.");
        _console.WriteLine();
        var grid = new Grid().AddColumn(new GridColumn().NoWrap()).AddColumn().AddColumn(new GridColumn().NoWrap().RightAligned());
        foreach (var (stage, result, time) in _run.Stages)
            grid.AddRow($"[bold]{stage}[/]", Markup.Escape(result), $"[dim]{Milliseconds(time)}[/]");
        _console.Write(grid);
        _console.WriteLine();
    }

    public void Show(DemoStep step, Decision decision, TimeSpan time)
    {
        var colour = ColourOf(decision.Outcome);
        _console.Write(new Panel(new Markup(Markup.Escape(step.Text)))
        {
            Header = new PanelHeader($" {Markup.Escape(step.Who)} "),
            Border = BoxBorder.Rounded,
            BorderStyle = new Style(Color.Grey),
            Expand = true,
        });
        var grid = new Grid().AddColumn(new GridColumn().NoWrap().PadLeft(2).Width(9)).AddColumn();
        grid.AddRow(
            $"[bold {colour}]{OutcomeTone.Word(decision.Outcome)}[/]",
            $"at {step.Point} in {Microseconds(time)}  [dim]{Markup.Escape(step.Note)}[/]");
        foreach (var control in decision.Fired.GroupBy(rule => rule.Origin.Control, StringComparer.Ordinal))
        {
            grid.AddRow(
                "[dim]what[/]",
                $"{Markup.Escape(control.First().Origin.Title ?? control.Key)} [dim]({Markup.Escape(control.Key)})[/]");
            foreach (var rule in control)
                grid.AddRow(
                    "[dim]why[/]",
                    $"[cyan]{Markup.Escape(SourceLine(rule))}[/]  [dim]{Markup.Escape(rule.Origin.File)}:{rule.Origin.Line}[/]");
        }

        foreach (var effect in decision.Events)
            grid.AddRow("[dim]also[/]", Markup.Escape($"{effect.Action.ToString().ToLowerInvariant()} {effect.Target}"));
        grid.AddRow("[dim]seen[/]", Seen(step, decision));
        _console.Write(grid);
        _console.WriteLine();
    }

    public void Close(IReadOnlyList<(DemoStep Step, Decision Decision, TimeSpan Time)> shown)
    {
        var table = new Table { Border = TableBorder.Rounded, Expand = true };
        table
            .AddColumn("decision point")
            .AddColumn("outcome")
            .AddColumn("control")
            .AddColumn("line")
            .AddColumn(new TableColumn("time").RightAligned());
        foreach (var (step, decision, time) in shown)
        {
            var rule = decision.Fired.Count > 0 ? decision.Fired[0].Origin : null;
            table.AddRow(
                step.Point,
                $"[{ColourOf(decision.Outcome)}]{OutcomeTone.Word(decision.Outcome)}[/]",
                Markup.Escape(rule?.Control ?? "-"),
                Markup.Escape(rule is null ? "-" : $"{rule.File}:{rule.Line}"),
                Microseconds(time));
        }

        _console.Write(new Rule("[bold]What the policy did[/]").LeftJustified());
        _console.Write(table);
        var stopped = shown.Count(entry => entry.Decision.Outcome >= Outcome.Block);
        _console.MarkupLine(
            $"[bold]{stopped} of {shown.Count}[/] moments stopped, at four kinds of decision point; each stop alone would have been enough."
        );
        _console.MarkupLine("Times are medians of warm calls, from JSON facts to the decision.");
        _console.MarkupLine("The policy: [cyan]policies/examples/chevrolet[/]. Next: [cyan]airs test policies/examples/chevrolet[/].");
    }

    // The line as it stands in the policy, without its margin.
    private string SourceLine(MatchedRule rule)
    {
        var source = _run
            .Sources.Trees.Select(tree => tree.Source)
            .FirstOrDefault(source => rule.Origin.File.EndsWith("/" + source.Name, StringComparison.Ordinal));
        return source is null ? "" : source.Slice(source.LineSpan(rule.Origin.Line - 1)).Trim().ToString();
    }

    private static string Seen(DemoStep step, Decision decision) => decision.Outcome switch
    {
        >= Outcome.Block when decision.Message is { } message => $"[italic]\"{Markup.Escape(message)}\"[/]",
        >= Outcome.Block => "nothing",
        Outcome.Hold => "please wait for a colleague",
        _ => step.Point == PointNames.Input ? "the question goes to the model" : "the text as it is",
    };

    private static string ColourOf(Outcome outcome) => OutcomeTone.Of(outcome) switch
    {
        Tone.Good => "green",
        Tone.Warning => "yellow",
        _ => "red",
    };

    private static string Microseconds(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalMicroseconds:0.0} µs");

    private static string Milliseconds(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalMilliseconds:0} ms");
}
