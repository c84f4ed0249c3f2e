using System.Globalization;
using System.Text;
using SavepointCli.Format.Ids;

namespace SavepointCli.Operations.Export;

/// <summary>Names of exported files: operator, state, and the ending of the form.</summary>
internal static class ExportFileName
{
    /// <summary>Most characters of operator and state together; file systems take 255 bytes for the whole name.</summary>
    private const int Longest = 180;

    /// <summary>
    /// The name. Names in a job may hold anything: what is not a plain letter, digit or one of <c>_-</c> stands as <c>%XX</c> for each byte
    /// of its UTF-8, so that two names never give one file and none leads out of the directory.
    /// </summary>
    public static string Of(string @operator, string state, ExportFormat format)
    {
        var name = $"{Escape(@operator)}.{Escape(state)}";
        if (name.Length > Longest)
        {
            // A hash of the whole keeps names apart that begin in the same way.
            name = $"{name[..Longest]}~{OperatorIds.FromUid($"{@operator}.{state}")}";
        }

        return name + format switch
        {
            ExportFormat.Parquet => ".parquet",
            ExportFormat.Csv => ".csv",
            _ => ".jsonl",
        };
    }

    private static string Escape(string name)
    {
        var escaped = new StringBuilder(name.Length);
        foreach (var one in new UTF8Encoding().GetBytes(name))
        {
            if (char.IsAsciiLetterOrDigit((char)one) || one is (byte)'_' or (byte)'-')
            {
                escaped.Append((char)one);
            }
            else
            {
                escaped.Append(CultureInfo.InvariantCulture, $"%{one:X2}");
            }
        }

        return escaped.ToString();
    }
}
