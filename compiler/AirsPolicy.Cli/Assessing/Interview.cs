using System.Globalization;
using System.Text.Json.Nodes;
using AirsPolicy.Cli.Console;
using AirsPolicy.Cli.Starting;
using AirsPolicy.Runtime.Facts.Shapes;

namespace AirsPolicy.Cli.Assessing;

/// <summary>Asks a person what a system is, question by question. What they leave out is not known.</summary>
internal sealed class Interview(Terminal terminal, TextReader input)
{
    private static readonly ProfileQuestion s_use = new(
        "use", new EnumShape(AnswersFile.Uses, Rising: false),
        "Do you build it, or use what others make and run, such as the assistant in a product? You build it, if you say nothing.");

    /// <exception cref="UsageException">The input ends before the last question.</exception>
    /// <param name="needsOwner">Somebody has to answer for the system, since its policy is to be written.</param>
    public AssessedSystem Ask(bool needsOwner)
    {
        terminal.Ink.Line("What is left empty is not known: the tier is then the highest that it may come to.", Tone.Faint);
        var title = Line("What is the system called?") is { Length: > 0 } said ? said : "AI system";
        var isConsumed = Answer(s_use) is JsonValue use && use.GetValue<string>() == AnswersFile.Consumed;
        if (isConsumed && needsOwner)
            throw FirstPolicy.OfOthers();
        var profile = new JsonObject();
        foreach (var question in Assessment.Questions)
        {
            if (Answer(question) is { } answer)
                profile[question.Field] = answer;
        }
        var owner = Line(needsOwner ? "Who answers for it? An address." : "Who answers for it? An address, or nothing yet.");
        while (needsOwner && owner.Length == 0)
            owner = Line("A policy says who answers for it. An address.");
        var model = Line("Which model does it use? Its name, or nothing yet.");
        var provider = model.Length == 0 ? "" : Line("Who provides the model?");
        return new AssessedSystem(
            PackageName.OfTitle(title), title, OrNull(owner), OrNull(model), OrNull(provider), profile, isConsumed, []);
    }

    private JsonNode? Answer(ProfileQuestion question)
    {
        while (true)
        {
            terminal.Ink.Line();
            terminal.Ink.Line(question.Text, Tone.Strong);
            foreach (var (index, choice) in question.Choices.Index())
                terminal.Ink.Line(string.Create(CultureInfo.InvariantCulture, $"  {index + 1}  {choice.Replace('_', ' ')}"));
            var hint = question.IsList ? "numbers, with commas between them" : question.Choices.Count > 0 ? "a number" : "how many";
            var line = Read($"{hint}, or nothing");
            if (line.Length == 0)
                return null;
            if (Parse(question, line) is { } answer)
                return answer;
            terminal.Ink.Line($"'{DisplayText.Visible(line)}' is none of them.", Tone.Bad);
        }
    }

    private static JsonNode? Parse(ProfileQuestion question, string line)
    {
        if (question.IsList)
        {
            var chosen = line.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                .Select(part => Choice(question, part)).ToList();
            return chosen.Contains(null)
                ? null
                : new JsonArray([.. chosen.Distinct(StringComparer.Ordinal).Select(choice => JsonValue.Create(choice))]);
        }
        if (question.Choices.Count > 0)
            return Choice(question, line) is { } choice ? JsonValue.Create(choice) : null;
        var digits = line.Replace("_", "", StringComparison.Ordinal);
        return question.Shape is IntShape && long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? JsonValue.Create(number)
            : null;
    }

    // A number of the list, or the word itself.
    private static string? Choice(ProfileQuestion question, string said) =>
        int.TryParse(said, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? question.Choices.ElementAtOrDefault(number - 1)
            : question.Choices.FirstOrDefault(choice => choice.Replace('_', ' ').Equals(said, StringComparison.OrdinalIgnoreCase));

    private string Line(string question)
    {
        terminal.Ink.Line();
        terminal.Ink.Line(question, Tone.Strong);
        return Read("");
    }

    private string Read(string hint)
    {
        terminal.Ink.Write(hint.Length == 0 ? "> " : $"{hint} > ", Tone.Faint);
        terminal.Out.Flush();
        return input.ReadLine()?.Trim()
            ?? throw new UsageException("The answers end before the last question; give them in a file with --answers instead.");
    }

    private static string? OrNull(string text) => text.Length == 0 ? null : text;
}
