using System.Collections.Frozen;

namespace AirsPolicy.Text.Detectors.Builtin.Personal;

/// <summary>
/// Names of months and their abbreviations, folded, in the languages of western Europe (Unicode CLDR, Gregorian calendar, formats wide and
/// abbreviated).
/// </summary>
internal static class MonthNames
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_names = (
        "january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec "
        + "januar februar marz maerz mai juni juli oktober dezember okt dez mrz "
        + "janvier fevrier mars avril juin juillet aout septembre octobre novembre decembre janv fevr avr juil "
        + "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre ene abr ago dic "
        + "gennaio febbraio aprile maggio giugno luglio settembre ottobre dicembre gen mag giu lug set ott "
        + "janeiro fevereiro marco maio junho julho setembro outubro novembro dezembro fev out "
        + "januari februari maart mei augustus december mrt "
        + "augusti juni juli maj desember")
        .Split(' ')
        .ToFrozenSet(StringComparer.Ordinal)
        .GetAlternateLookup<ReadOnlySpan<char>>();

    public static bool Contain(ReadOnlySpan<char> name) => s_names.Contains(name);
}
