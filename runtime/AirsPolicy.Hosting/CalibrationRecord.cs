using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using AirsPolicy.Runtime.Decisions;

namespace AirsPolicy.Hosting;

/// <summary>What is kept of a measurement of a judge.</summary>
/// <param name="Time">When it was over.</param>
/// <param name="Judge">The qualified name of the judge.</param>
/// <param name="Model">The model that answered, by the name of its provider; several are parted by commas.</param>
/// <param name="JudgeDigest"><see cref="JudgeCalibration.JudgeDigest"/>.</param>
/// <param name="CasesDigest"><see cref="JudgeCalibration.CasesDigest"/>.</param>
/// <param name="Figures">The figures.</param>
/// <param name="InputTokens">The tokens that were read.</param>
/// <param name="OutputTokens">The tokens that were written.</param>
/// <param name="Cost">What they cost, in the currency of the prices that were given.</param>
public sealed record CalibrationRecord(
    DateTimeOffset Time,
    string Judge,
    string Model,
    string JudgeDigest,
    string CasesDigest,
    CalibrationFigures Figures,
    long InputTokens,
    long OutputTokens,
    decimal Cost)
{
    /// <summary>Reads what <see cref="ToString"/> has written.</summary>
    /// <param name="json">One JSON object in UTF-8.</param>
    /// <exception cref="InvalidDataException">It is no record of a measurement.</exception>
    public static CalibrationRecord Read(ReadOnlySpan<byte> json)
    {
        try
        {
            var record = (JsonNode.Parse(json) ?? throw new FormatException("It is null.")).AsObject();
            return new CalibrationRecord(
                DateTimeOffset.Parse(Of<string>("time"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal),
                Of<string>("judge"),
                Of<string>("model"),
                Of<string>("judge_digest"),
                Of<string>("cases_digest"),
                new CalibrationFigures(
                    Of<int>("cases"), Of<int>("telling"), Of<int>("agreeing"), Of<int>("missed"), Of<int>("alarms"), Of<int>("unanswered")),
                Of<long>("input_tokens"),
                Of<long>("output_tokens"),
                Of<decimal>("cost"));

            T Of<T>(string name) => (record[name] ?? throw new FormatException($"It lacks '{name}'.")).GetValue<T>();
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException or FormatException)
        {
            throw new InvalidDataException($"This is no record of a calibration: {fault.Message}", fault);
        }
    }

    /// <summary>The record as JSON.</summary>
    public override string ToString()
    {
        using var json = new MemoryStream();
        using (var writer = new Utf8JsonWriter(json, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            writer.WriteStartObject();
            writer.WriteString("time", Time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture));
            writer.WriteString("judge", Judge);
            writer.WriteString("model", Model);
            writer.WriteString("judge_digest", JudgeDigest);
            writer.WriteString("cases_digest", CasesDigest);
            writer.WriteNumber("cases", Figures.Cases);
            writer.WriteNumber("telling", Figures.Telling);
            writer.WriteNumber("agreeing", Figures.Agreeing);
            writer.WriteNumber("missed", Figures.MissedCases);
            writer.WriteNumber("alarms", Figures.Alarms);
            writer.WriteNumber("unanswered", Figures.Unanswered);
            writer.WriteNumber("input_tokens", InputTokens);
            writer.WriteNumber("output_tokens", OutputTokens);
            writer.WriteNumber("cost", Cost);
            writer.WriteEndObject();
        }
        return Encoding.UTF8.GetString(json.ToArray());
    }
}
