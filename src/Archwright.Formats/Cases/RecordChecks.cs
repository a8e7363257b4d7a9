using Archwright.Dental;

namespace Archwright.Formats;

/// <summary>Whether the record protocol of a case.json says of each item what its state asks for; places are paths below <c>recordSet</c>.</summary>
internal static class RecordChecks
{
    private const int FilesMax = 500;
    private const int TextMax = 500;
    private const int ProbingSitesMax = 6;
    private const double DepthMaxMm = 20;
    private const double LipMaxMm = 30;

    public static IEnumerable<(string Path, string Message)> Of(CaseRecords records)
    {
        foreach ((string path, RecordItem? item, bool needsFile) in Items(records))
        {
            foreach ((string at, string message) in item is null ? [] : OfItem(item, needsFile))
                yield return (path + at, message);
        }

        foreach ((string Path, string Message) problem in OfChart(records.Periodontal)
            .Concat(OfFunction(records.Functional)).Concat(CentricChecks.Of(records.Centric)).Concat(OfHistory(records)).Concat(OfFace(records.Face))
            .Concat(OfScanWaivers(records)))
        {
            yield return problem;
        }

        if (records.Photos is { State: RecordState.Present } photos && photos.Slots().All(s => s.Item is null) && photos.Files.IsDefaultOrEmpty)
            yield return ("photos", "photographs that are present have a slot with a file");
        if (records.Submitted is { } submitted && records.Scanned > submitted)
            yield return ("scanned", "the arches were scanned after the case was handed in");
        if (records.Knowledge?.Remark is { Length: > TextMax })
            yield return ("knowledge.remark", $"a remark has at most {TextMax} characters");
    }

    /// <summary>Every item with its path, and whether being present means having a file.</summary>
    public static IEnumerable<(string Path, RecordItem? Item, bool NeedsFile)> Items(CaseRecords records)
    {
        yield return ("panoramic", records.Panoramic, true);
        yield return ("upperIncisors", records.UpperIncisors, true);
        yield return ("lowerIncisors", records.LowerIncisors, true);
        yield return ("cbct", records.Cbct, true);
        yield return ("photos", records.Photos, false);
        foreach ((string key, string _, RecordItem? item) in records.Photos?.Slots() ?? [])
            yield return ("photos." + key, item, true);
        yield return ("periodontal", records.Periodontal, false);
        yield return ("functional", records.Functional, false);
        yield return ("centric", records.Centric, false);
        yield return ("resorption", records.Resorption, false);
        yield return ("restorative", records.Restorative, false);
    }

    private static IEnumerable<(string At, string Message)> OfItem(RecordItem item, bool needsFile)
    {
        if (item.Files.Length > FilesMax)
            yield return (".files", $"an item has at most {FilesMax} files");
        if (new[] { item.Fault, item.Reason }.Any(t => t is { Length: > TextMax }))
            yield return ("", $"a text has at most {TextMax} characters");
        foreach (string message in item.Waiver is null ? [] : OfWaiver(item.Waiver))
            yield return (".waiver", message);
        switch (item.State)
        {
            case RecordState.Present when needsFile && item.Files.IsEmpty:
                yield return (".files", "an item that is present names its file");
                break;
            case RecordState.Absent when string.IsNullOrWhiteSpace(item.Reason):
                yield return (".reason", "an item that is absent says why");
                break;
            case RecordState.Waived when item.Waiver is null:
                yield return (".waiver", "an item that is waived says by whom, when and why");
                break;
        }

        if (item.State != RecordState.Waived && item.Waiver is not null)
            yield return (".waiver", "an item with a waiver is waived");
        if (item.State != RecordState.Present && item.Files.Length > 0)
            yield return (".files", "an item with files is present");
    }

    private static IEnumerable<(string Path, string Message)> OfScanWaivers(CaseRecords records)
    {
        for (int i = 0; i < records.ScanWaivers.Length; i++)
        {
            ScanFaultWaiver waiver = records.ScanWaivers[i];
            string at = $"scanWaivers[{i}].";
            if (!ScanFaultCodes.All.Contains(waiver.Code))
                yield return (at + "code", $"there is no scan fault {waiver.Code}");
            if (waiver.Fdi is { } fdi && !ToothId.TryFromFdi(fdi, out _))
                yield return (at + "fdi", $"{fdi} is no FDI number");
            foreach (string message in OfWaiver(waiver.Waiver))
                yield return (at + "waiver", message);
        }
    }

    private static IEnumerable<string> OfWaiver(RecordWaiver waiver)
    {
        if (string.IsNullOrWhiteSpace(waiver.By) || string.IsNullOrWhiteSpace(waiver.Reason))
            yield return "a waiver names the person and the reason";
        if (new[] { waiver.By, waiver.Reason }.Any(t => t is { Length: > TextMax }))
            yield return $"a text has at most {TextMax} characters";
    }

    private static IEnumerable<(string Path, string Message)> OfChart(PeriodontalChart? chart)
    {
        if (chart is null)
            yield break;
        if (chart.State == RecordState.Present && chart.Teeth.IsEmpty)
            yield return ("periodontal.teeth", "a chart that is present charts teeth");
        var seen = new HashSet<int>();
        for (int i = 0; i < chart.Teeth.Length; i++)
        {
            ToothPeriodontium tooth = chart.Teeth[i];
            string at = $"periodontal.teeth[{i}].";
            if (!ToothId.TryFromFdi(tooth.Fdi, out _))
                yield return (at + "fdi", $"{tooth.Fdi} is no FDI number");
            else if (!seen.Add(tooth.Fdi))
                yield return (at + "fdi", $"{tooth.Fdi} is charted twice");
            if (tooth.ProbingMm.Length is 0 or > ProbingSitesMax || !tooth.ProbingMm.All(IsDepth))
                yield return (at + "probingMm", $"probing has one to {ProbingSitesMax} depths from 0 to {DepthMaxMm} mm");
            if (!IsDepth(tooth.AttachmentLossMm))
                yield return (at + "attachmentLossMm", $"attachment loss is from 0 to {DepthMaxMm} mm");
            if (!IsDepth(tooth.RecessionMm))
                yield return (at + "recessionMm", $"recession is from 0 to {DepthMaxMm} mm");
            if (tooth.Mobility is < 0 or > 3)
                yield return (at + "mobility", "mobility is grade 0, 1, 2 or 3");
        }
    }

    private static IEnumerable<(string Path, string Message)> OfFunction(FunctionalRecord? record)
    {
        if (record is null)
            yield break;
        if (record.State == RecordState.Present && record.Files.IsEmpty && record.Lacking().Count() == 5)
            yield return ("functional", "a functional record that is present tells something");
        if (record.CentricShiftMm is { } shift && !IsDepth(shift))
            yield return ("functional.centricShiftMm", $"the shift is from 0 to {DepthMaxMm} mm");
        foreach ((string key, System.Collections.Immutable.ImmutableArray<int>? teeth) in new[]
        {
            ("workingContacts", record.WorkingContacts), ("balancingContacts", record.BalancingContacts),
        })
        {
            if (teeth is { } list && (list.IsDefault || list.Any(t => !ToothId.TryFromFdi(t, out _))))
                yield return ("functional." + key, "contacts are FDI numbers");
        }
    }

    private static IEnumerable<(string Path, string Message)> OfHistory(CaseRecords records)
    {
        foreach (ToothResorption tooth in records.Resorption?.Teeth ?? [])
        {
            if (!ToothId.TryFromFdi(tooth.Fdi, out _))
                yield return ("resorption.teeth", $"{tooth.Fdi} is no FDI number");
            if (tooth.LostMm is not (> 0 and <= DepthMaxMm))
                yield return ("resorption.teeth", $"what is lost of a root is over 0 and at most {DepthMaxMm} mm");
        }

        foreach (RestorativeItem item in records.Restorative?.Items ?? [])
        {
            if (!ToothId.TryFromFdi(item.Fdi, out _))
                yield return ("restorative.items", $"{item.Fdi} is no FDI number");
        }
    }

    private static IEnumerable<(string Path, string Message)> OfFace(FacialReading? face)
    {
        if (new[] { face?.UpperLipToELineMm, face?.LowerLipToELineMm, face?.IncisorShownAtRestMm }.Any(v => v is { } mm && !(Math.Abs(mm) <= LipMaxMm)))
            yield return ("face", $"measures of the lips lie within {LipMaxMm} mm");
    }

    private static bool IsDepth(double mm) => mm is >= 0 and <= DepthMaxMm;
}
