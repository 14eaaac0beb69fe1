using System.Text.Json;

namespace AirsPolicy.Runtime.Programs.Tables.Json;

/// <summary>Judges as JSON.</summary>
internal static class JudgeJson
{
    public static void Write(Utf8JsonWriter writer, JudgeTable judge)
    {
        writer.WriteStartObject();
        writer.WriteString("name", judge.Name);
        writer.WriteNumber("control", judge.Control);
        writer.WriteNumber("ask", judge.Ask);
        writer.Flag("inline", judge.Inline);
        writer.Texts("models", judge.Models);
        writer.Optional("provider", judge.Provider);
        writer.WriteNumber("quorum", judge.Quorum);
        writer.Optional("timeout", judge.Timeout);
        writer.List("places", judge.Places, place => Write(writer, place));
        writer.List("precedents", judge.Precedents, precedent => JudgedCaseJson.Write(writer, precedent));
        writer.WriteNumber("mostPrecedents", judge.MostPrecedents);
        if (judge.Calibration is not null)
        {
            writer.WritePropertyName("calibration");
            JudgedCaseJson.Write(writer, judge.Calibration);
        }
        writer.WriteEndObject();
    }

    public static JudgeTable Read(JsonElement json) =>
        new(
            json.Text("name"),
            json.Int("control"),
            json.Int("ask"),
            json.Flag("inline"),
            json.Texts("models"),
            json.OptionalText("provider"),
            json.Int("quorum"),
            json.OptionalLong("timeout"),
            json.List(
                "places",
                place => new JudgePlaceTable(
                    place.Int("point"),
                    place.Ints("answers"),
                    place.Int("unanswered"),
                    place.List("prompt", part => new PromptPartTable(part.OptionalText("text"), part.Texts("path"))))),
            json.List("precedents", JudgedCaseJson.Read),
            json.Int("mostPrecedents"),
            json.TryGetProperty("calibration", out var calibration) ? JudgedCaseJson.ReadCalibration(calibration) : null);

    /// <exception cref="InvalidDataException">A number leads nowhere, or no number of answers could do.</exception>
    public static void Check(ProgramTables tables)
    {
        TablesCheck.Within(tables.Judges.Select(judge => judge.Control), tables.Controls.Count, "control");
        TablesCheck.Within(tables.Judges.SelectMany(judge => judge.Places).Select(place => place.Point), tables.Points.Count, "point");
        foreach (var judge in tables.Judges)
        {
            if (judge.Quorum < 1
                || judge.Quorum > judge.Models.Count
                || judge.Places.Any(place => place.Answers.Count != judge.Models.Count))
                throw new InvalidDataException(
                    $"The judge '{judge.Name}' has {judge.Models.Count} models and needs {judge.Quorum} answers.");
            if (judge.Places.Count == 0 || judge.Calibration is { Cases.Count: 0 })
                throw new InvalidDataException($"The judge '{judge.Name}' stands nowhere, or is measured by nothing.");
            foreach (var place in judge.Places)
                TablesCheck.Within(place.Answers.Append(place.Unanswered), tables.Points[place.Point].Layout.ToolRegion, "slot");
        }
    }

    private static void Write(Utf8JsonWriter writer, JudgePlaceTable place)
    {
        writer.WriteStartObject();
        writer.WriteNumber("point", place.Point);
        writer.Ints("answers", place.Answers);
        writer.WriteNumber("unanswered", place.Unanswered);
        writer.List("prompt", place.Prompt, part => Write(writer, part));
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, PromptPartTable part)
    {
        writer.WriteStartObject();
        writer.Optional("text", part.Text);
        writer.Texts("path", part.Path);
        writer.WriteEndObject();
    }
}
