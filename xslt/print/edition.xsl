<?xml version="1.0" encoding="UTF-8"?>
<!-- What the book says of the edition as a whole.

     in   tei/edition.xml
     out  map { 'edition.json': …, '#report': … } -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all" expand-text="yes"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:d="urn:dragoman:functions"
    xmlns:print="urn:dragoman:print"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:include href="../common/reading.xsl"/>
  <xsl:include href="../common/dates.xsl"/>
  <xsl:include href="../prepare/notes.xsl"/>
  <xsl:include href="report.xsl"/>
  <xsl:include href="nodes.xsl"/>
  <xsl:include href="inlines.xsl"/>
  <xsl:include href="lists.xsl"/>

  <xsl:template match="/" as="map(xs:string, xs:string)">
    <xsl:sequence select="map {
        'edition.json': serialize(print:edition((TEI, //TEI)[1]), map { 'method': 'json', 'indent': false() }),
        '#report': print:report((TEI, //TEI)[1]) }"/>
  </xsl:template>

  <xsl:function name="print:edition" as="map(*)">
    <xsl:param name="root" as="element(TEI)"/>
    <xsl:variable name="file" as="element(fileDesc)" select="$root/teiHeader/fileDesc"/>
    <xsl:variable name="imprint" as="element()?" select="$file/publicationStmt"/>
    <xsl:variable name="titles" as="element(title)*" select="$file/titleStmt/title"/>
    <xsl:variable name="main" as="element(title)?" select="($titles[@type = 'main'], $titles)[1]"/>
    <xsl:sequence select="map {
        'title': d:reading($main),
        'subtitle': string-join(($titles except $main) ! d:reading(.)[. ne ''], '. '),
        'lang': string(($root/@xml:lang, 'en')[1]),
        'people': array { $file/titleStmt/(respStmt | author | editor)[not(@xml:id = 'dragoman')] ! map {
            'role': (d:reading(resp)[. ne ''], string(@role), local-name())[. ne ''][1],
            'names': array { if (self::respStmt) then (name, persName, orgName) ! d:reading(.) else d:reading(.) } } },
        'edition': d:reading($file/editionStmt/edition),
        'version': string($file/editionStmt/edition/@n),
        'publisher': string-join($imprint/publisher ! d:reading(.), ', '),
        'place': string-join($imprint/pubPlace ! d:reading(.), ', '),
        'date': d:date-from($imprint/date[1]),
        'date_text': d:reading($imprint/date[1]),
        'address': string(($imprint/(idno[@type = ('URI', 'URL', 'DOI', 'handle', 'permanent')]
            | ptr/@target))[1]),
        'identifiers': array { $imprint/idno[not(@type = ('URI', 'URL', 'DOI', 'handle', 'permanent'))]
            ! map { 'type': string(@type), 'value': d:reading(.) } },
        'licence': array { $imprint/availability/(licence | p) ! map {
            'to': string(@target), 'c': [ d:reading(.) ] } },
        'sources': array { $file/sourceDesc/(p | bibl) ! print:content(.) },
        'banner': array { ($file/notesStmt/note[@type = 'banner'])[1] ! d:reading(.) },
        'languages': map:merge($root//langUsage/language[normalize-space()] ! map { string(@ident): normalize-space(.) }),
        'abbreviations': array { print:abbreviations($root) },
        'order': array { $root/text//div[@type = 'order']//ref/@target
            ! replace(., '^(.*/)?([^/#]+)\.xml(#.*)?$', '$2') },
        'front': array { print:nodes($root/text/(front | body | back)/(div | p)[not(@type = ('abbreviations', 'order'))]) } }"/>
  </xsl:function>

  <!-- A list of abbreviations of the edition's own: div[@type='abbreviations']/list/label+item. -->
  <xsl:function name="print:abbreviations" as="map(*)*">
    <xsl:param name="root" as="element(TEI)"/>
    <xsl:for-each select="$root/text//div[@type = 'abbreviations']/list/label">
      <xsl:sequence select="map { 'label': print:content(.), 'c': print:content(following-sibling::item[1]) }"/>
    </xsl:for-each>
  </xsl:function>
</xsl:stylesheet>
