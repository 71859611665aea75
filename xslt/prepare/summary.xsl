<?xml version="1.0" encoding="UTF-8"?>
<!-- The summary of a document: what the home page, the calendar, the links to the documents before and after,
     the facets and the book's contents need to know of it, and nothing more.

     in   a TEI document
     out  <document …>  (no namespace; every attribute is present, '' where the document says nothing) -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:d="urn:dragoman:functions"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:include href="../common/reading.xsl"/>
  <xsl:include href="../common/dates.xsl"/>

  <xsl:mode on-no-match="fail"/>
  <xsl:mode name="d:entry" on-no-match="fail"/>

  <xsl:output method="xml" indent="no" omit-xml-declaration="yes"/>

  <xsl:template match="/">
    <xsl:apply-templates select="(TEI, teiCorpus/TEI, //TEI)[1]" mode="d:summary"/>
  </xsl:template>

  <xsl:mode name="d:summary" on-no-match="fail"/>

  <xsl:template match="TEI" mode="d:summary" as="element(Q{}document)">
    <xsl:variable name="document" as="element()" select="."/>
    <xsl:variable name="header" as="element()?" select="teiHeader"/>
    <xsl:variable name="actions" as="element()*" select="$header//correspAction"/>
    <xsl:variable name="sent" as="element()?" select="$actions[@type = 'sent'][1]"/>
    <xsl:variable name="received" as="element()*" select="$actions[@type = 'received']"/>
    <xsl:variable name="date" as="element()?" select="($header//creation/date[d:date-from(.) ne ''],
        $sent/date[d:date-from(.) ne ''], $header//setting/date[d:date-from(.) ne ''])[1]"/>
    <xsl:variable name="from" as="xs:string" select="d:date-from($date)"/>
    <xsl:variable name="to" as="xs:string" select="if ($date/@when eq $from) then $from else d:date-to($date)"/>
    <xsl:variable name="identifier" as="element()?" select="($header//sourceDesc//msDesc/msIdentifier)[1]"/>
    <xsl:variable name="translators" as="element()*" select="$header//titleStmt/(respStmt[starts-with(@xml:id, 'translator')
        or starts-with(lower-case(normalize-space(string-join(resp))), 'transl')]/(name | persName | orgName)
        | editor[@role = 'translator'] ! (if (name | persName | orgName) then (name | persName | orgName) else .))"/>
    <xsl:variable name="entries" as="element()*" select="text//listBibl/bibl | text//list[@type = 'results']/item/bibl[1]"/>
    <document xmlns="" id="{d:document-id(.)}" kind="{d:kind(.)}" title="{d:title(.)}">
      <xsl:sequence select="d:date-attributes($date)"/>
      <xsl:attribute name="time" select="d:written-time($from)"/>
      <xsl:attribute name="time-to" select="if ($to ne $from) then d:written-time($to) else ''"/>
      <xsl:attribute name="from" select="d:reading(($sent/(persName, orgName, name))[1])"/>
      <xsl:attribute name="to" select="string-join(
          (if ($received[@subtype = 'action']) then $received[@subtype = 'action'] else $received)/d:reading((persName, orgName, name)[1]), '; ')"/>
      <xsl:attribute name="place" select="d:reading(($header//setting/placeName, $sent/placeName)[1])"/>
      <xsl:attribute name="classification" select="d:category($header, '#classifications')"/>
      <xsl:attribute name="original-language" select="$header//langUsage/language[@n = 'original'][1]/@ident"/>
      <xsl:attribute name="translator" select="string-join($translators ! d:reading(.)[. ne ''], ', ')"/>
      <xsl:attribute name="status" select="$header/revisionDesc/@status"/>
      <xsl:attribute name="archive" select="d:reading(($identifier/repository, $identifier/institution)[1])"/>
      <xsl:attribute name="shelfmark" select="if ($identifier)
          then string-join($identifier/(repository, collection, idno) ! d:reading(.)[. ne ''], ', ')
          else d:reading($header//sourceDesc/bibl[not(@type = 'transcript')][1])[. ne d:title($document)]"/>
      <xsl:attribute name="number" select="d:reading($identifier/idno[1])"/>
      <xsl:attribute name="abstract" select="d:reading($header//profileDesc/abstract)"/>
      <!-- Of what has entries these are counted, and not the words (web/home.xsl). -->
      <xsl:attribute name="words" select="if (exists($entries)) then '' else count(tokenize(d:reading-as-set((text//div[@type = 'document'], text)[1])))"/>
      <xsl:attribute name="language" select="(@xml:lang, $header//langUsage/language[@n = 'text']/@ident, 'en')[1]"/>
      <xsl:for-each select="$translators">
        <translator xmlns="" kind="{local-name()}"><xsl:apply-templates mode="d:name"/></translator>
      </xsl:for-each>
      <xsl:for-each select="$header//particDesc//person">
        <participant xmlns="" role="{@role}" side="{@n}" ref="{(@corresp, persName/@ref)[1]}"
            name="{d:reading((persName, name)[1])}"/>
      </xsl:for-each>
      <xsl:for-each select="$sent, $received">
        <correspondent xmlns="" action="{string-join((@type, @subtype), ' ')}"
            ref="{((persName, orgName, name)/@ref)[1]}" name="{d:reading((persName, orgName, name)[1])}"/>
      </xsl:for-each>
      <xsl:for-each-group select="d:mentions(root(.))" group-by="tokenize(@ref)">
        <name xmlns="" ref="{current-grouping-key()}" count="{count(current-group())}"/>
      </xsl:for-each-group>
      <xsl:for-each-group select="text//note[@type = 'translator'][@subtype = 'source-term']//term"
          group-by="d:reading(.), string(@xml:lang)" composite="yes">
        <term xmlns="" language="{current-grouping-key()[2]}" count="{count(current-group())}">
          <xsl:value-of select="current-grouping-key()[1]"/>
        </term>
      </xsl:for-each-group>
      <xsl:for-each select="$header/revisionDesc//change[@when[d:is-date(.)]]">
        <change xmlns="" when="{@when}"><xsl:value-of select="d:reading(.)"/></change>
      </xsl:for-each>
      <xsl:apply-templates select="$entries" mode="d:entry"/>
    </document>
  </xsl:template>

  <!-- A name with the parts that citations know (render/cited_names.py), each in its reading text. -->
  <xsl:mode name="d:name" on-no-match="shallow-skip"/>
  <xsl:template match="text()" mode="d:name"><xsl:value-of select="."/></xsl:template>
  <xsl:template match="surname | forename | nameLink | genName | addName | roleName" mode="d:name">
    <xsl:element name="{local-name()}"><xsl:value-of select="d:reading(.)"/></xsl:element>
  </xsl:template>
  <xsl:template match="choice | app | subst | note" mode="d:name"><xsl:value-of select="d:reading(.)"/></xsl:template>

  <!-- An entry of a collection page or of a page of search results; its place is that of the element that has the id. -->
  <xsl:template match="bibl" mode="d:entry" as="element(Q{}entry)">
    <xsl:variable name="same" select="tokenize(@sameAs)[1]"/>
    <xsl:variable name="target" select="(title/@ref, ref/@target, title//ref/@target)[1]"/>
    <entry xmlns="" id="{(@xml:id, parent::item/@xml:id)[1]}" document="{d:document-id(.)}"
        title="{d:reading(title[1])}" abstract="{d:reading(note[@type = 'abstract'])}" ref="{$target}" same-as="{$same}">
      <xsl:sequence select="d:date-attributes(date[d:date-from(.) ne ''][1])"/>
    </entry>
  </xsl:template>

  <!-- date is what is sorted by; where there is no date, it sorts last. -->
  <xsl:function name="d:date-attributes" as="attribute()+">
    <xsl:param name="date" as="element()?"/>
    <xsl:variable name="from" select="d:date-from($date)"/>
    <!-- Most dates are one day. -->
    <xsl:variable name="to" select="if ($date/@when eq $from) then $from else d:date-to($date)"/>
    <xsl:attribute name="date" select="$from"/>
    <xsl:attribute name="date-from" select="$from"/>
    <xsl:attribute name="date-to" select="$to"/>
    <xsl:attribute name="precision" select="d:precision($from)"/>
    <xsl:attribute name="date-text" select="(d:written-range($from, $to)[. ne ''], d:reading($date))[1]"/>
    <xsl:attribute name="date-cert" select="$date/@cert"/>
  </xsl:function>

  <xsl:function name="d:kind" as="xs:string">
    <xsl:param name="document" as="element(TEI)"/>
    <xsl:sequence select="string(($document/text//div[@type = 'document']/@subtype,
        $document//textClass/catRef[@scheme = '#kinds']/replace(@target, '^#kind-', ''),
        'letter'[$document[.//correspAction or text//div[@type = 'letter']]/text//(opener | salute)], 'document')[1])"/>
  </xsl:function>

  <xsl:function name="d:title" as="xs:string">
    <xsl:param name="document" as="element(TEI)"/>
    <xsl:sequence select="($document/teiHeader/fileDesc/titleStmt/(title[@type = 'main'], title) ! d:reading(.)[. ne ''],
        d:reading(($document/text//head)[1])[. ne ''], d:document-id($document))[1]"/>
  </xsl:function>

</xsl:stylesheet>
