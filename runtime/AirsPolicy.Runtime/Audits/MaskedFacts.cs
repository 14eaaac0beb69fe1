using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using AirsPolicy.Runtime.Facts.Json;

namespace AirsPolicy.Runtime.Audits;

/// <summary>
/// Writes facts as they are recorded: every text of theirs masked, numbers and the names of members too. Goes through them once.
/// </summary>
internal sealed class MaskedFacts(MaskingTexts masking, AuditRules rules, FactLimits limits)
{
    private static readonly JsonWriterOptions s_options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    private readonly StringBuilder _path = new();
    private readonly HashSet<string> _also = new(rules.Also, StringComparer.Ordinal);

    public List<LeftOutFact> LeftOut { get; } = [];

    public List<MaskedFact> Masked { get; } = [];

    /// <summary>The facts as JSON.</summary>
    public string Write(JsonElement facts)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, s_options))
            WriteFacts(json, facts);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>The digest of a value that is left out.</summary>
    public static string DigestOf(ReadOnlySpan<byte> utf8) => Convert.ToHexStringLower(SHA256.HashData(utf8));

    private void WriteFacts(Utf8JsonWriter json, JsonElement facts)
    {
        json.WriteStartObject();
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var fact in facts.EnumerateObject())
        {
            var at = Pointer(fact.Name);
            if (_also.Contains(at))
                Member(json, fact, names, () => Value(json, fact.Value));
            else if (fact.Value.ValueKind == JsonValueKind.Object && (IsRecorded(fact.Name) || IsRecordedInPart(at)))
                Member(json, fact, names, () => Record(
                    json, fact.Value,
                    member => RecordedDepths.Of(fact.Name, member) <= rules.Record || _also.Contains(at + Pointer(member))));
            else if (IsRecorded(fact.Name))
                Member(json, fact, names, () => Value(json, fact.Value));
            else
                Leave(fact, LeftOutCause.Depth);
        }
        json.WriteEndObject();
    }

    private bool IsRecorded(string fact) => RecordedDepths.Of(fact) <= rules.Record;

    // A record of which nothing is recorded is left out whole, with one digest.
    private bool IsRecordedInPart(string fact) => _also.Any(each => each.StartsWith(fact + "/", StringComparison.Ordinal));

    private void Record(Utf8JsonWriter json, JsonElement record, Func<string, bool> isRecorded)
    {
        json.WriteStartObject();
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in record.EnumerateObject())
        {
            if (isRecorded(member.Name))
                Member(json, member, names, () => Value(json, member.Value));
            else
                Leave(member, LeftOutCause.Depth);
        }
        json.WriteEndObject();
    }

    // What is written as a name can be what a person typed, where a record is open.
    private void Member(Utf8JsonWriter json, JsonProperty member, HashSet<string> names, Action write)
    {
        var at = _path.Length;
        var shown = masking.Mask(member.Name);
        Step(shown);
        var name = shown;
        for (var number = 2; !names.Add(name); number++)
            name = string.Create(CultureInfo.InvariantCulture, $"{shown}#{number}");
        json.WritePropertyName(name);
        write();
        _path.Length = at;
    }

    private void Value(Utf8JsonWriter json, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                Record(json, value, static _ => true);
                break;
            case JsonValueKind.Array:
                List(json, value);
                break;
            case JsonValueKind.String:
                Text(json, value.GetString()!);
                break;
            case JsonValueKind.Number:
                Number(json, value.GetRawText());
                break;
            default:
                value.WriteTo(json);
                break;
        }
    }

    private void List(Utf8JsonWriter json, JsonElement list)
    {
        json.WriteStartArray();
        var index = 0;
        foreach (var item in list.EnumerateArray())
        {
            var at = _path.Length;
            _path.Append('/').Append(index++);
            Value(json, item);
            _path.Length = at;
        }
        json.WriteEndArray();
    }

    // What no decision is made of is not looked through either.
    private void Text(Utf8JsonWriter json, string text)
    {
        if (Encoding.UTF8.GetByteCount(text) <= limits.MaxTextBytes)
        {
            json.WriteStringValue(masking.Mask(text, Found));
            return;
        }
        LeftOut.Add(new LeftOutFact(_path.ToString(), LeftOutCause.OverLimit, DigestOf(Encoding.UTF8.GetBytes(text))));
        json.WriteNullValue();
    }

    // Nobody who types a card number as a number is worse off.
    private void Number(Utf8JsonWriter json, string digits)
    {
        var shown = masking.Mask(digits, Found);
        if (ReferenceEquals(shown, digits))
            json.WriteRawValue(digits);
        else
            json.WriteStringValue(shown);
    }

    private void Found(string detector, int count) => Masked.Add(new MaskedFact(_path.ToString(), detector, count));

    private void Leave(JsonProperty member, LeftOutCause cause)
    {
        var at = _path.Length;
        Step(masking.Mask(member.Name));
        var bytes = Encoding.UTF8.GetBytes(
            member.Value.ValueKind == JsonValueKind.String ? member.Value.GetString()! : member.Value.GetRawText());
        LeftOut.Add(new LeftOutFact(_path.ToString(), cause, DigestOf(bytes)));
        _path.Length = at;
    }

    private void Step(string name) => _path.Append(Pointer(name));

    private static string Pointer(string name) =>
        "/" + name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);
}
