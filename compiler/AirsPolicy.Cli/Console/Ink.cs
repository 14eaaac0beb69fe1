namespace AirsPolicy.Cli.Console;

/// <summary>
/// Writes lines in tones. Diagnostics are written with it alone: loading the library that draws tables and panels takes longer than
/// checking a policy.
/// </summary>
internal sealed class Ink(TextWriter writer, bool isColoured)
{
    public Ink Write(string text, Tone tone = Tone.Plain)
    {
        if (!isColoured || tone == Tone.Plain || text.Length == 0)
        {
            writer.Write(text);
            return this;
        }

        writer.Write(tone switch
        {
            Tone.Strong => "\e[1m",
            Tone.Faint => "\e[2m",
            Tone.Good => "\e[32m",
            Tone.Warning => "\e[1;33m",
            Tone.Bad => "\e[1;31m",
            _ => "\e[1;36m",
        });
        writer.Write(text);
        writer.Write("\e[0m");
        return this;
    }

    public void Line() => writer.Write('\n');

    public void Line(string text, Tone tone = Tone.Plain) => Write(text, tone).Line();
}
